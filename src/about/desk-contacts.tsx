import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { explained, type RecordState } from "../desk/record-state.ts";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import { dayOf } from "../kernel/clock.ts";
import { listDownloads } from "../lists/download.ts";
import { setContact } from "./commands/set-contact.ts";
import { type ContactRow, ContactsPage } from "./contacts.view.tsx";
import { aboutFrame } from "./desk-frame.ts";
import { ABOUT_PATHS } from "./paths.ts";
import { ABOUT_PERMISSIONS, may } from "./permissions.ts";
import { isPersonalMail, mayWrite } from "./rules.ts";
import { directorySheet } from "./sheet.ts";
import { contactsOf, NO_CONTACT, structureOn } from "./structure.queries.ts";

const CONTROLS = { contactPhoneInvalid: "dien-thoai", contactEmailInvalid: "thu" } as const;

/** Danh bạ on the desk: one list, one form under it. */
export function contactPages(app: FastifyInstance, desk: DeskRoom): void {
  const { portal } = desk;

  app.get(ABOUT_PATHS.contacts, may("page.read"), async (request, reply) => show(request, reply, null, 200));

  app.post(ABOUT_PATHS.contacts, may("contact.change"), async (request, reply) => {
    const { body } = request;
    const [subject = "", id = ""] = one(request.query, "muc").split(" ");
    if (subject !== "unit" && subject !== "person") throw new NotFound(`No contact ${subject}`);
    const input = {
      subject,
      id,
      phone: one(body, "dien-thoai"),
      email: one(body, "thu"),
      place: one(body, "noi-lam-viec"),
      task: one(body, "nhiem-vu"),
      isShown: subject === "unit" || one(body, "dong-y") === "on",
    } as const;
    const answer = await portal.act(visitorOf(request).by, setContact, input);
    if (answer.ok) return reply.redirectAfterPost(`${ABOUT_PATHS.contacts}?xong=lien-he`);
    const names = ["dien-thoai", "thu", "noi-lam-viec", "nhiem-vu", "dong-y"];
    const typed = Object.fromEntries(names.map((name) => [name, one(body, name)]));
    return show(request, reply, { typed, files: [], ...explained(answer.error, CONTROLS) }, 422);
  });

  listDownloads(app, ABOUT_PATHS.contacts, "page.read", async (request) => directorySheet(await rowsFor(request)));

  async function rowsFor(request: FastifyRequest): Promise<ContactRow[]> {
    const { actor } = visitorOf(request);
    const { units, leaders } = await structureOn(portal.db, dayOf(portal.clock.now()));
    const contacts = await contactsOf(portal.db);
    const opens = ABOUT_PERMISSIONS["contact.change"].some((hat) => hat === actor.hat);
    const people = await portal.db.selectFrom("person").select(["id", "unit_id"]).execute();
    const row = (key: string, name: string, hint: string, isPerson: boolean, unit: string): ContactRow => {
      const contact = contacts.get(key) ?? NO_CONTACT;
      return {
        key,
        name,
        hint,
        isPerson,
        contact,
        isPersonalMail: isPersonalMail(contact.email),
        mayChange: opens && (actor.hat === "ADMIN" || mayWrite(actor, unit)),
      };
    };
    const heads = units.flatMap((unit) => unit.heads);
    const inOffice = [...leaders, ...heads.filter(({ id }) => leaders.every((leader) => leader.id !== id))];
    return [
      ...units.map(({ id, name }) => row(`unit ${id}`, name, "Đơn vị", false, id)),
      ...inOffice.map(({ id, name, position }) => {
        const unit = people.find((person) => person.id === id)?.unit_id ?? "";
        return row(`person ${id}`, name, position, true, unit);
      }),
    ];
  }

  async function show(request: FastifyRequest, reply: FastifyReply, refused: RecordState | null, status: number) {
    const rows = await rowsFor(request);
    const open = rows.find(({ key, mayChange }) => mayChange && key === one(request.query, "muc")) ?? null;
    const { phone = "", email = "", place = "", task = "", isShown = false } = open?.contact ?? {};
    const typed = {
      "dien-thoai": phone,
      thu: email,
      "noi-lam-viec": place,
      "nhiem-vu": task,
      "dong-y": isShown ? "on" : "",
    };
    const view = {
      frame: await aboutFrame(desk, request, ABOUT_PATHS.contacts),
      rows,
      isOfficialPersonal: isPersonalMail((await portal.settings())["site.email"]),
      open,
      form: refused ?? { typed, files: [], items: [], errors: {} },
    };
    return reply.page(<ContactsPage view={view} />, { status });
  }
}
