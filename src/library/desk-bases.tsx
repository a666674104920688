import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { isExpiredBasis, legalBases } from "./bases.queries.ts";
import { BasesPage } from "./bases.view.tsx";
import { saveBasis } from "./commands/save-basis.ts";
import { afterwards, libraryFrame, may } from "./desk-frame.ts";
import { FIRST_BASES } from "./legal-bases.ts";
import { LIBRARY_PATHS } from "./paths.ts";
import { LIBRARY_PERMISSIONS } from "./permissions.ts";
import { basesSheet } from "./sheet.ts";

const NAMES = ["so", "ten", "co-quan", "chu-de", "ban-hanh", "tu", "den", "thay-the", "ghi-chu", "doi-chieu"] as const;
const CONTROLS = { basisNumberMissing: "so", basisTitleMissing: "ten", basisPeriodInverted: "den" };

/** Căn cứ pháp lý, kept by those who answer for the rules and by the administrator. */
export function basisRoutes(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;

  app.get(LIBRARY_PATHS.bases, may("basis.read"), async (request, reply) => show(request, reply, EMPTY_FORM, 200));

  listDownloads(app, LIBRARY_PATHS.bases, "basis.read", async () =>
    basesSheet(await legalBases(portal.db), dayOf(portal.clock.now())),
  );

  app.post(LIBRARY_PATHS.bases, may("basis.change"), async (request, reply) => {
    const { body } = request;
    const answer = await portal.act(visitorOf(request).by, saveBasis, {
      number: one(body, "so"),
      title: one(body, "ten"),
      issuer: one(body, "co-quan"),
      topic: one(body, "chu-de"),
      issuedOn: one(body, "ban-hanh"),
      from: one(body, "tu"),
      to: one(body, "den"),
      replacedBy: one(body, "thay-the"),
      note: one(body, "ghi-chu"),
      checkedOn: one(body, "doi-chieu"),
    });
    if (answer.ok) return reply.redirectAfterPost(afterwards(LIBRARY_PATHS.bases, "can-cu"));
    return show(request, reply, refusedForm(body, NAMES, [], answer.error, CONTROLS), 422);
  });

  app.post(`${LIBRARY_PATHS.bases}/nap`, may("basis.change"), async (request, reply) => {
    const known = new Set((await legalBases(portal.db)).map(({ number_symbol }) => number_symbol));
    for (const basis of FIRST_BASES.filter(({ number }) => !known.has(number))) {
      await portal.act(visitorOf(request).by, saveBasis, basis);
    }
    return reply.redirectAfterPost(afterwards(LIBRARY_PATHS.bases, "nap-can-cu"));
  });

  async function show(request: FastifyRequest, reply: FastifyReply, form: FormState, status: number) {
    const today = dayOf(portal.clock.now());
    const bases = await legalBases(portal.db);
    const asked = bases.find(({ number_symbol }) => number_symbol === one(request.query, "so"));
    const hats: readonly string[] = LIBRARY_PERMISSIONS["basis.change"];
    const typed: Record<string, string> | null = asked
      ? {
          so: asked.number_symbol,
          ten: asked.title,
          "co-quan": asked.issuer,
          "chu-de": asked.topic,
          "ban-hanh": asked.issued_on ?? "",
          tu: asked.in_force_from ?? "",
          den: asked.in_force_to ?? "",
          "thay-the": asked.replaced_by,
          "ghi-chu": asked.note,
          "doi-chieu": asked.checked_on ?? "",
        }
      : null;
    const view = {
      frame: await libraryFrame(desk, request, LIBRARY_PATHS.bases),
      rows: bases.map((row) => ({
        id: row.id,
        number: row.number_symbol,
        title: row.title,
        issuer: row.issuer,
        topic: row.topic,
        from: row.in_force_from,
        to: row.in_force_to,
        replacedBy: row.replaced_by,
        note: row.note,
        checkedOn: row.checked_on,
        isExpired: isExpiredBasis(row, today),
      })),
      form: form === EMPTY_FORM && typed ? { ...EMPTY_FORM, typed } : form,
      mayChange: hats.includes(visitorOf(request).hat.hat),
    };
    return reply.page(<BasesPage view={view} />, { status });
  }
}
