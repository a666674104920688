import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { BY_SYSTEM, type Command } from "../act.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import type { Refusal } from "../kernel/result.ts";
import type { Portal } from "../portal.ts";
import { sections } from "../site/site.queries.ts";
import { siteFrame } from "../site/site-frame.ts";
import type { Assets } from "../ui/assets.ts";
import type { Crumb } from "../ui/navigation.tsx";
import { readCode } from "./code.ts";
import { correctionOf } from "./correction.queries.ts";
import { INTAKE_UPLOAD, readSentForm, storeFiles } from "./form.ts";
import { INTAKE_CONTROLS } from "./form.view.tsx";
import type { FormPageProps } from "./form-page.view.tsx";
import { marksOf, paceRefusals } from "./intake.ts";
import type { Arrived, Sent } from "./receive.ts";
import type { Sender } from "./sender.ts";
import { CorrectionLink, LookUpPage, SlipPage, type SlipPageProps } from "./slip.view.tsx";
import { isSlip } from "./slips.queries.ts";
import type { SlipRoom } from "./slips.ts";
import { stamp } from "./stamp.ts";

/** What the public reads of one slip by its receipt. */
export interface Receipt extends Pick<SlipPageProps, "title" | "facts" | "steps" | "at" | "stopped" | "children"> {
  readonly isOpen: boolean;
  /** Article by which it was answered before everybody. */
  readonly article: string | null;
}

/** What every form of the public sends. */
export interface TypedForm extends Sender {
  readonly content: string;
  readonly consent: boolean;
}

/** What a room says of its own form and receipt; the rest is the same for all that the public sends. */
export interface SlipSite<Input extends Sent, State> {
  readonly room: SlipRoom;
  readonly crumb: Crumb;
  readonly form: {
    readonly path: string;
    /** Controls of its own, beside those of every form. */
    readonly typed: readonly string[];
    /** What a link may fill in beforehand. */
    readonly prefilled: readonly string[];
    /** What was sent, what is wrong with it, and the words that tell whether it was sent before. */
    readonly read: (
      typed: (name: string) => string,
      common: TypedForm,
    ) => Promise<{
      readonly input: Omit<Input, "marks" | "files">;
      readonly wrong: readonly Refusal[];
      readonly words: readonly string[];
    }>;
    readonly page: (props: FormPageProps) => Promise<VNode>;
  };
  readonly receive: Command<Input, State, Arrived<Input>>;
  readonly lookUp: { readonly title: string; readonly unknown: string };
  readonly receipt: (code: string) => Promise<Receipt | null>;
}

const TYPED = ["noi-dung-gui", "ho-ten", "thu-dien-tu", "dien-thoai"];
const home = { label: "Trang chủ", href: "/" };

/** The form of one kind of slip, its receipt, and where a code is typed in. `secret` signs stamps and marks. */
export function slipSite<Input extends Sent, State>(
  app: FastifyInstance,
  portal: Portal,
  assets: Assets,
  secret: string,
  own: SlipSite<Input, State>,
): void {
  const { db } = portal;
  const { room, form } = own;
  const open = { config: { may: "public" } };
  const now = () => portal.clock.now();
  const frameNow = async () => siteFrame(await portal.settings(), await sections(db), assets);

  app.get(form.path, open, async (request, reply) => {
    const typed = Object.fromEntries(form.prefilled.map((name) => [name, one(request.query, name).slice(0, 2_000)]));
    return formPage(request, reply, { ...EMPTY_FORM, typed }, 200);
  });

  app.post(form.path, { config: { may: "public", upload: INTAKE_UPLOAD } }, async (request, reply) => {
    const at = now();
    const { fields, files, refusals } = await readSentForm(request, secret, at);
    const typed = (name: string) => one(fields, name);
    const common = {
      name: typed("ho-ten"),
      email: typed("thu-dien-tu"),
      phone: typed("dien-thoai"),
      content: typed("noi-dung-gui"),
      consent: typed("dong-y") !== "",
    };
    const { input, wrong, words } = await form.read(typed, common);
    const refuse = (list: readonly Refusal[], status = 422) => {
      const names = [...TYPED, ...form.typed];
      return formPage(request, reply, refusedForm(fields, names, ["dong-y"], list, INTAKE_CONTROLS), status);
    };
    if (refusals.length + wrong.length > 0) return refuse([...refusals, ...wrong]);
    const marks = marksOf(secret, request.ip, [...words, common.content, common.email, common.phone]);
    // Before anything is put on the disk. Whoever pressed the button twice is known again by the command.
    if (files.length > 0) {
      const pace = await paceRefusals(db, marks, at);
      if (pace.length > 0) return refuse(pace, 429);
    }
    const stored = await storeFiles(portal.files, files);
    const answer = await portal.act(BY_SYSTEM, own.receive, { ...input, marks, files: stored } as unknown as Input);
    if (answer.ok) return reply.redirectAfterPost(`${room.paths.receipt(answer.value.code)}?moi=1`);
    const isPace = answer.error.every(({ code }) => code === "sentTooOften" || code === "intakeFlooded");
    return refuse(answer.error, isPace ? 429 : 422);
  });

  async function formPage(request: FastifyRequest, reply: FastifyReply, state: FormState, status: number) {
    const settings = await portal.settings();
    const page = await form.page({
      frame: await frameNow(),
      days: settings[room.days],
      months: settings["enquiries.keepMonths"],
      csrf: request.csrf,
      stamp: stamp(secret, now()),
      form: state,
    });
    return reply.page(page, { status });
  }

  app.get(room.paths.lookUp, open, async (request, reply) => {
    const typed = one(request.query, "ma").slice(0, 60);
    const code = readCode(typed);
    if (code && (await isSlip(db, room, code))) return reply.redirect(room.paths.receipt(code), 303);
    const page = (
      <LookUpPage
        frame={await frameNow()}
        title={own.lookUp.title}
        action={room.paths.lookUp}
        breadcrumbs={[home, own.crumb, { label: "Tra cứu" }]}
        typed={typed}
        error={typed === "" ? undefined : `${own.lookUp.unknown} Xin kiểm tra lại từng chữ, số.`}
      />
    );
    return reply.page(page, { status: typed === "" ? 200 : 404 });
  });

  app.get<{ Params: { code: string } }>(room.paths.receipt(":code"), open, async (request, reply) => {
    const code = readCode(request.params.code);
    const receipt = code ? await own.receipt(code) : null;
    if (!code || !receipt) throw new NotFound();
    const { isOpen, article, children, ...shown } = receipt;
    const page = (
      <SlipPage
        {...shown}
        frame={await frameNow()}
        breadcrumbs={[home, own.crumb, { label: "Phiếu" }]}
        code={code}
        isNew={one(request.query, "moi") === "1" && isOpen}
      >
        {children}
        <CorrectionLink correction={await correctionOf(db, article)} />
      </SlipPage>
    );
    return reply.page(page, { headers: { "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" } });
  });
}
