import type { FastifyInstance, FastifyRequest } from "fastify";
import { deskFrame } from "../desk/frame.ts";
import { visitorOf } from "../desk/visitor.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { type SheetColumn, sheetOf } from "../lists/sheet.ts";
import type { Portal } from "../portal.ts";
import { type CalendarDay, readCalendarDays } from "./calendar.queries.ts";
import { CalendarPage, HREF } from "./calendar.view.tsx";
import { changeHoliday } from "./commands/change-holiday.ts";

const COLUMNS: readonly SheetColumn<CalendarDay>[] = [
  { label: "Ngày", kind: "day", value: ({ day }) => day },
  { label: "Tên", value: ({ name }) => name },
  { label: "Loại", value: ({ isOff }) => (isOff ? "Nghỉ" : "Làm việc") },
  { label: "Nguồn", value: ({ isEntered }) => (isEntered ? "Trung tâm nhập" : "Danh mục") },
];

/** Days off and days worked in exchange: what every due day of the portal is counted by. */
export function calendarRoutes(app: FastifyInstance, portal: Portal): void {
  const may = { config: { may: "calendar.change" } };

  app.get(HREF, may, async (request, reply) => reply.page(await page(request, EMPTY_FORM)));

  listDownloads(app, HREF, may.config.may, async ({ query }) => {
    const year = one(query, "nam");
    const days = await readCalendarDays(portal.db);
    return sheetOf(
      "ngay-nghi",
      "Ngày nghỉ",
      COLUMNS,
      year === "" ? days : days.filter(({ day }) => day.startsWith(year)),
    );
  });

  app.post(HREF, may, async (request, reply) => {
    const { body } = request;
    const input = { day: one(body, "ngay"), name: one(body, "ten"), isOff: one(body, "loai") !== "lam-bu" };
    const answer = await portal.act(visitorOf(request).by, changeHoliday, input);
    if (answer.ok) return reply.redirectAfterPost(`${HREF}?nam=${input.day.slice(0, 4)}&xong=1`);
    const controls = { holidayDayInvalid: "ngay", holidayNameMissing: "ten" };
    const form = refusedForm(body, ["ngay", "ten", "loai"], [], answer.error, controls);
    return reply.page(await page(request, form), { status: 422 });
  });

  async function page(request: FastifyRequest, form: FormState) {
    const days = await readCalendarDays(portal.db);
    const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))];
    const asked = one(request.query, "nam");
    const year = years.includes(asked) ? asked : dayOf(portal.clock.now()).slice(0, 4);
    return (
      <CalendarPage
        desk={await deskFrame(portal, request, HREF)}
        days={days.filter(({ day }) => day.startsWith(year))}
        years={years}
        year={year}
        form={form}
        isDone={one(request.query, "xong") === "1"}
      />
    );
  }
}
