import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { accountOf, type ListedAccount, listAccounts } from "../access/accounts.queries.ts";
import { createAccount, disableAccount, type Handed, resetPassword } from "../access/accounts.ts";
import type { Access } from "../access/visitors.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, one, refusedForm } from "../http/form-state.ts";
import type { Refusal, Result } from "../kernel/result.ts";
import { listDownloads } from "../lists/download.ts";
import { type SheetColumn, sheetOf } from "../lists/sheet.ts";
import { type AccountRow, AccountsPage, type AccountsView } from "./accounts.view.tsx";
import { deskFrame } from "./frame.ts";

const HREF = "/ban-bien-tap/tai-khoan";
const MAY = { config: { may: "account.manage" } };

const CONTROLS: Readonly<Record<string, string>> = {
  accountPersonUnknown: "nguoi",
  accountPersonLeft: "nguoi",
  accountPersonUnnamed: "nguoi",
  accountExists: "nguoi",
  usernameInvalid: "ten-dang-nhap",
  usernameTaken: "ten-dang-nhap",
};

/** The administrator's list of accounts (Đ7.k3). A new password is on the answer to its own form and nowhere else. */
export function accountListRoutes(app: FastifyInstance, { portal }: Access): void {
  app.get(HREF, MAY, (request, reply) => page(request, reply, {}));

  listDownloads(app, HREF, "account.manage", async (request) => {
    const rows = (await listAccounts(portal.db)).flatMap((one) => rowOf(one, request.visitor!.person.id));
    return sheetOf("tai-khoan", "Tài khoản", SHEET, rows);
  });

  app.post(HREF, MAY, async (request, reply) => {
    const person = one(request.body, "nguoi");
    const wish = { person, username: one(request.body, "ten-dang-nhap"), password: null };
    return answer(request, reply, person, await createAccount(portal.door, request.visitor!.by, wish));
  });

  app.post<{ Params: { person: string } }>(`${HREF}/:person`, MAY, async (request, reply) => {
    const { by } = request.visitor!;
    const { person } = request.params;
    const account = await accountOf(portal.db, person);
    if (!account) throw new NotFound(`No account of ${person}`);
    const job = one(request.body, "viec");
    if (job === "dat-lai") return answer(request, reply, person, await resetPassword(portal.door, by, person));
    if (job !== "khoa" && job !== "mo-khoa") throw new NotFound(`No such job: ${job}`);
    const changed = await disableAccount(portal.door, by, person, job === "khoa");
    if (!changed.ok) return page(request, reply, { refusals: changed.error });
    const done = job === "khoa" ? `Đã khóa tài khoản của ${account.fullName}.` : `Đã mở khóa cho ${account.fullName}.`;
    return page(request, reply, { done });
  });

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    person: string,
    result: Result<Handed, Refusal[]>,
  ): Promise<FastifyReply> {
    if (!result.ok) return page(request, reply, { refusals: result.error });
    const { fullName, username } = (await accountOf(portal.db, person))!;
    const handed = { fullName, username, password: result.value.oneTimePassword! };
    return page(request, reply, { handed });
  }

  async function page(
    request: FastifyRequest,
    reply: FastifyReply,
    what: { refusals?: Refusal[]; handed?: AccountsView["handed"]; done?: string },
  ): Promise<FastifyReply> {
    const everybody = await listAccounts(portal.db);
    const form: FormState = what.refusals
      ? refusedForm(request.body, ["nguoi", "ten-dang-nhap"], [], what.refusals, CONTROLS)
      : EMPTY_FORM;
    const view: AccountsView = {
      desk: await deskFrame(portal, request, HREF),
      nonce: request.nonce,
      rows: everybody.flatMap((one) => rowOf(one, request.visitor!.person.id)),
      candidates: everybody
        .filter(({ account, leftOn }) => account === null && leftOn === null)
        .map(({ person, fullName, unit }) => ({ value: person, label: unit ? `${fullName}, ${unit}` : fullName })),
      form,
      handed: what.handed ?? null,
      done: what.done ?? null,
    };
    return reply.page(<AccountsPage view={view} />, { status: what.refusals ? 422 : 200 });
  }
}

const STATES: Readonly<Record<AccountRow["state"], string>> = {
  open: "Đang dùng",
  mustChange: "Chờ đổi mật khẩu",
  disabled: "Đã khóa",
  left: "Đã thôi việc",
};

/** Never a password: none is kept that could be written. */
const SHEET: readonly SheetColumn<AccountRow>[] = [
  { label: "Họ và tên", value: ({ fullName }) => fullName },
  { label: "Đơn vị", value: ({ unit }) => unit },
  { label: "Tên đăng nhập", value: ({ username }) => username },
  { label: "Trạng thái", value: ({ state }) => STATES[state] },
  { label: "Khóa lúc", kind: "time", value: ({ disabledAt }) => disabledAt },
];

function rowOf({ person, fullName, unit, leftOn, account }: ListedAccount, self: string): AccountRow[] {
  if (!account) return [];
  const { username, disabledAt, mustChange } = account;
  const state = leftOn ? "left" : disabledAt ? "disabled" : mustChange ? "mustChange" : "open";
  return [{ person, fullName, unit: unit ?? "", username, state, disabledAt, isOwn: person === self }];
}
