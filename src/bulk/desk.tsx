import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { many, one } from "../http/form-state.ts";
import type { Refusal } from "../kernel/result.ts";
import { explain } from "../words/refusals.ts";
import { type BulkList, bulkHref, MOST_ITEMS, type Ticked } from "./bulk.ts";
import { announceBulk } from "./commands/announce-bulk.ts";
import { AskPage, DonePage, type DoneRow } from "./desk.view.tsx";
import { BULK_LISTS } from "./lists.ts";

/** One thing done to many: ticked in the list, said here with its reason, done and told item by item. */
export function bulkDesk(app: FastifyInstance, desk: DeskRoom): void {
  for (const list of BULK_LISTS) bulkPages(app, desk, list);
}

function bulkPages(app: FastifyInstance, { portal, frame }: DeskRoom, list: BulkList): void {
  const path = bulkHref(list.name);
  const may = { config: { may: list.may } };

  app.get(path, may, async (request, reply) => {
    const items = await found(request, many(request.query, "muc"));
    const refusals: Refusal[] = items.length === 0 ? [{ code: "bulkNothing", clause: "Đ5.k3" }] : [];
    return ask(request, reply, items, refusals, 200);
  });

  app.post(path, may, async (request, reply) => {
    const { body } = request;
    const seen = await found(request, many(body, "muc"));
    // What was looked at, not what has become of it meanwhile.
    const items = seen.map((item) => ({ ...item, mark: one(body, `dau-${item.id}`) || item.mark }));
    const action = list.actions.find(({ name }) => name === one(body, "viec"));
    if (!action) return ask(request, reply, items, [{ code: "bulkAction", clause: "Đ5.k3" }], 422);
    const choice = one(body, `chon-${action.name}`);
    const options = action.choice ? await action.choice.options(portal) : [];
    if (action.choice && !options.some(({ value }) => value === choice)) {
      return ask(request, reply, items, [{ code: "bulkChoice", clause: "Đ5.k3" }], 422);
    }
    const { by } = request.visitor!;
    const announced = await portal.act(by, announceBulk, {
      list: list.name,
      action: action.name,
      items: items.map(({ id }) => id),
      reason: one(body, "ly-do"),
    });
    if (!announced.ok) return ask(request, reply, items, announced.error, 422);
    const rows: DoneRow[] = [];
    for (const item of items) {
      const answer = await action.run(portal, by, item, { reason: announced.value.reason, choice });
      const why = answer.ok ? [] : answer.error.map((refusal) => explain(refusal));
      rows.push({ id: item.id, name: item.name, isDone: answer.ok, why });
    }
    const view = { ...(await common(request)), label: action.label, reason: announced.value.reason, rows };
    return reply.page(<DonePage view={view} />);
  });

  const common = async (request: FastifyRequest) => ({
    desk: await frame(request, list.list.href),
    nonce: request.nonce,
    path,
    list: list.list,
    what: list.what,
  });

  const found = (request: FastifyRequest, ids: readonly string[]) =>
    list.find(portal, request.visitor!.actor, [...new Set(ids)].slice(0, MOST_ITEMS));

  async function ask(
    request: FastifyRequest,
    reply: FastifyReply,
    items: readonly Ticked[],
    refusals: readonly Refusal[],
    status: number,
  ) {
    const { body } = request;
    const actions = await Promise.all(
      list.actions.map(async ({ name, label, hint, choice }) => ({
        ...{ name, label, hint },
        choice: choice
          ? { label: choice.label, options: await choice.options(portal), value: one(body, `chon-${name}`) }
          : null,
      })),
    );
    const view = {
      ...(await common(request)),
      items,
      actions,
      action: one(body, "viec") || (actions.length === 1 ? actions[0]!.name : ""),
      reason: one(body, "ly-do"),
      refusals: refusals.map((refusal) => explain(refusal)),
    };
    return reply.page(<AskPage view={view} />, { status });
  }
}
