import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { visitorOf } from "../desk/visitor.ts";
import { NotFound } from "../http/errors.ts";
import { EMPTY_FORM, type FormState, many, one, refusedForm } from "../http/form-state.ts";
import type { Id } from "../kernel/ids.ts";
import { type Month, monthOf, readMonth } from "../kernel/months.ts";
import { listDownloads } from "../lists/download.ts";
import { loadEdition } from "../newsroom/editions.queries.ts";
import { canSee, SEES_ALL } from "../newsroom/visibility.ts";
import { explain } from "../words/refusals.ts";
import { exemptUnit, revokeExemption } from "./commands/exempt-unit.ts";
import { markQuality } from "./commands/mark-quality.ts";
import { COUNT_NAMES, COUNTS, type Count, type MonthQuota } from "./count.ts";
import { type Exemption, exemptionWords, monthsWords } from "./exemptions.ts";
import { ExemptionForm, type ShownExemption } from "./exemptions.view.tsx";
import type { Level } from "./levels.ts";
import { markHistory, readMarkFacts, waitingForMark } from "./marks.queries.ts";
import { MarkPage, QueuePage } from "./marks.view.tsx";
import { QUOTA_PATHS, type QuotaFilter } from "./paths.ts";
import { exemptions, quotaOf } from "./quota.queries.ts";
import { QuotaPage } from "./quota.view.tsx";
import { mayMark, needsReason } from "./rules.ts";
import { articlesSheet, type MonthArticle, unitsSheet } from "./sheet.ts";

interface OfArticle {
  Params: { id: Id };
}

const DONE: Readonly<Record<string, string>> = {
  "danh-gia": "Đã ghi đánh giá.",
  mien: "Đã ghi quyết định miễn.",
  "thu-hoi": "Đã thu hồi quyết định miễn.",
};

/** The monthly quota of the units, the quality of their articles, and exemptions (Đ16.k3, Đ11.g2). */
export function quotaDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const { db } = portal;
  const now = () => portal.clock.now();
  const read = { config: { may: "quota.read" } };
  const exempt = { config: { may: "quota.exempt" } };

  app.get(QUOTA_PATHS.home, read, async (request, reply) => {
    const { actor } = visitorOf(request);
    const filter = filterFrom(request, monthOf(now()));
    const settings = await portal.settings();
    const quota = await quotaOf(db, filter.month, settings, now());
    const units = quota.units.filter(({ code }) => !filter.unit || code === filter.unit);
    const seesAll = SEES_ALL.includes(actor.hat);
    const isOwn = (unit: Id) => ["MEMBER", "CONTRIBUTOR"].includes(actor.hat) && actor.units.includes(unit);
    const names = await unitNames();
    return reply.page(
      <QuotaPage
        desk={await frame(request, QUOTA_PATHS.home)}
        quota={quota}
        thisMonth={monthOf(now())}
        filter={filter}
        units={units}
        articles={articlesOf(quota, filter)}
        coming={units.filter(({ unit }) => seesAll || isOwn(unit)).flatMap(({ coming }) => coming)}
        own={quota.units.filter(({ unit }) => isOwn(unit))}
        perMonth={settings["quota.perMonth"]}
        criteria={settings["quota.criteria"]}
        exemptions={(await exemptions(db))
          .filter(({ from, to }) => from <= filter.month && filter.month <= to)
          .map((one) => shown(one, names))}
        mayExempt={actor.hat === "CHIEF" || actor.hat === "DIRECTOR"}
        mayWrite={isOwn(actor.units[0] ?? "")}
        waiting={(await waitingForMark(db, actor, now())).length}
        done={DONE[one(request.query, "xong")]}
      />,
    );
  });

  const monthOfRequest = async (request: FastifyRequest) => {
    const filter = filterFrom(request, monthOf(now()));
    return { filter, quota: await quotaOf(db, filter.month, await portal.settings(), now()) };
  };
  listDownloads(app, QUOTA_PATHS.home, "quota.read", async (request) => {
    const { filter, quota } = await monthOfRequest(request);
    return unitsSheet(
      quota,
      quota.units.filter(({ code }) => !filter.unit || code === filter.unit),
    );
  });
  listDownloads(app, QUOTA_PATHS.articles, "quota.read", async (request) => {
    const { filter, quota } = await monthOfRequest(request);
    return articlesSheet(quota, articlesOf(quota, filter));
  });

  app.get(QUOTA_PATHS.queue, { config: { may: "quality.mark" } }, async (request, reply) => {
    const waiting = await waitingForMark(db, visitorOf(request).actor, now());
    return reply.page(
      <QueuePage
        desk={await frame(request, QUOTA_PATHS.queue)}
        articles={waiting.map(({ unitName, ...article }) => ({ ...article, unit: unitName }))}
        criteria={(await portal.settings())["quota.criteria"]}
        done={DONE[one(request.query, "xong")]}
      />,
    );
  });

  app.get<OfArticle>(QUOTA_PATHS.article(":id"), read, async (request, reply) =>
    reply.page(await markPage(request, request.params.id, EMPTY_FORM)),
  );

  app.post<OfArticle>(QUOTA_PATHS.article(":id"), { config: { may: "quality.mark" } }, async (request, reply) => {
    const { body } = request;
    const { id } = request.params;
    const answer = await portal.act(visitorOf(request).by, markQuality, {
      article: id,
      level: one(body, "muc"),
      unmet: many(body, "thieu"),
      note: one(body, "ghi-chu"),
      reason: one(body, "ly-do"),
      seen: Number(/^\d{1,6}$/.exec(one(body, "da-xem"))?.[0] ?? "0"),
    });
    if (answer.ok) {
      const back = one(body, "tu") === "hang-doi" ? QUOTA_PATHS.queue : QUOTA_PATHS.article(id);
      return reply.redirectAfterPost(`${back}?xong=danh-gia`);
    }
    const controls = { markNoteMissing: "ghi-chu", markReasonMissing: "ly-do" };
    const form = refusedForm(body, ["ghi-chu", "ly-do"], ["thieu"], answer.error, controls);
    return reply.page(await markPage(request, id, form), { status: 422 });
  });

  async function markPage(request: FastifyRequest, id: Id, form: FormState) {
    const { actor } = visitorOf(request);
    const facts = await readMarkFacts(db, id, now());
    if (!facts) throw new NotFound(`No article ${id}`);
    const loaded = await loadEdition(db, facts.edition);
    const mayRead = loaded !== null && canSee(loaded.facts, actor);
    // What nobody has read yet is no secret of this page's to tell.
    if (facts.month === null && !mayRead) throw new NotFound(`No article ${id} for this person`);
    const settings = await portal.settings();
    const marks = await markHistory(db, id);
    const [why] = mayMark(facts, actor);
    const counted = facts.month
      ? (await quotaOf(db, facts.month, settings, now())).units
          .flatMap(({ articles }) => articles)
          .find(({ article }) => article === id)
      : undefined;
    return (
      <MarkPage
        desk={await frame(request, QUOTA_PATHS.home)}
        article={{ id, edition: facts.edition, title: facts.title || "Bài chưa có tiêu đề" }}
        unit={(await unitNames()).get(facts.unit) ?? ""}
        month={facts.month}
        counts={countsWords(facts.month, counted)}
        marks={marks.map(({ level, unmet, ...mark }) => ({
          ...mark,
          level: level as Level,
          unmet: JSON.parse(unmet) as string[],
        }))}
        mayRead={mayRead}
        mayMark={facts.month !== null && why === undefined}
        why={why && actor.hat !== "CONTRIBUTOR" && actor.hat !== "MEMBER" ? explain(why).text : ""}
        needsReason={needsReason(facts, now())}
        criteria={settings["quota.criteria"]}
        form={form}
        done={DONE[one(request.query, "xong")]}
      />
    );
  }

  app.get(QUOTA_PATHS.exempt, exempt, async (request, reply) => exemptionForm(request, reply, EMPTY_FORM, null));

  app.post(QUOTA_PATHS.exempt, exempt, async (request, reply) => {
    const { body } = request;
    const from = readMonth(one(body, "tu-thang"));
    const answer = await portal.act(visitorOf(request).by, exemptUnit, {
      unit: one(body, "don-vi"),
      from,
      to: readMonth(one(body, "den-thang")),
      ...paperIn(body),
    });
    if (answer.ok) return reply.redirectAfterPost(`${QUOTA_PATHS.home}?thang=${from}&xong=mien`);
    const names = ["don-vi", "tu-thang", "den-thang", "so", "ngay", "ly-do"];
    return exemptionForm(request, reply, refusedForm(body, names, [], answer.error, EXEMPTION_CONTROLS), null);
  });

  app.get<OfArticle>(QUOTA_PATHS.revoke(":id"), exempt, async (request, reply) =>
    exemptionForm(request, reply, EMPTY_FORM, request.params.id),
  );

  app.post<OfArticle>(QUOTA_PATHS.revoke(":id"), exempt, async (request, reply) => {
    const { body, params } = request;
    const input = { exemption: params.id, ...paperIn(body) };
    const answer = await portal.act(visitorOf(request).by, revokeExemption, input);
    if (answer.ok) return reply.redirectAfterPost(`${QUOTA_PATHS.home}?thang=${answer.value.from}&xong=thu-hoi`);
    const form = refusedForm(body, ["so", "ngay", "ly-do"], [], answer.error, EXEMPTION_CONTROLS);
    return exemptionForm(request, reply, form, params.id);
  });

  async function exemptionForm(request: FastifyRequest, reply: FastifyReply, form: FormState, revokes: Id | null) {
    const found = (await exemptions(db)).find(({ id }) => id === revokes);
    if (revokes !== null && !found) throw new NotFound(`No exemption ${revokes} in force`);
    const units = await db
      .selectFrom("unit")
      .select(["id as value", "name as label"])
      .where("kind", "<>", "leadership")
      .orderBy("position")
      .orderBy("name")
      .execute();
    return reply.page(
      <ExemptionForm
        desk={await frame(request, QUOTA_PATHS.home)}
        form={form}
        units={units}
        revoked={found ? shown(found, await unitNames()) : null}
      />,
      { status: form.items.length > 0 ? 422 : 200 },
    );
  }

  const unitNames = async (): Promise<ReadonlyMap<Id, string>> =>
    new Map((await db.selectFrom("unit").select(["id", "name"]).execute()).map(({ id, name }) => [id, name]));
}

const EXEMPTION_CONTROLS: Readonly<Record<string, string>> = {
  exemptUnitUnknown: "don-vi",
  exemptMonthsInvalid: "tu-thang",
  exemptTooLong: "den-thang",
  exemptFrozen: "tu-thang",
  exemptTwice: "tu-thang",
  exemptDecisionMissing: "so",
  exemptDayInvalid: "ngay",
  exemptReasonMissing: "ly-do",
};

const paperIn = (body: unknown) => ({
  decision: one(body, "so"),
  decisionDay: one(body, "ngay"),
  reason: one(body, "ly-do"),
});

function shown(exemption: Exemption, names: ReadonlyMap<Id, string>): ShownExemption {
  return {
    id: exemption.id,
    unit: names.get(exemption.unit) ?? "",
    months: monthsWords(exemption),
    words: exemptionWords(exemption),
  };
}

function countsWords(
  month: Month | null,
  counted: { readonly count: Count; readonly changedTo: Count | null } | undefined,
) {
  if (month === null) return "Bài chưa đăng";
  if (!counted) return "Không thuộc chỉ tiêu của đơn vị nào";
  const { count, changedTo } = counted;
  return changedTo ? `Khi chốt tháng: ${COUNTS[count]}. Nay: ${COUNTS[changedTo]}` : COUNTS[count];
}

/** Only what there is: anything else in the address narrows nothing. */
function filterFrom({ query }: FastifyRequest, thisMonth: Month): QuotaFilter {
  const month = readMonth(one(query, "thang"));
  const count = one(query, "cach-tinh");
  return {
    // Of a month to come nothing can be told.
    month: month !== null && month <= thisMonth ? month : thisMonth,
    unit: one(query, "don-vi").slice(0, 40),
    count: count === "other" || COUNT_NAMES.includes(count as Count) ? (count as QuotaFilter["count"]) : "",
  };
}

const COUNTING: readonly Count[] = ["counted", "unmarked"];

function articlesOf({ units }: MonthQuota, { unit, count }: QuotaFilter): MonthArticle[] {
  return units
    .filter(({ code }) => !unit || code === unit)
    .flatMap(({ name, articles }) => articles.map((article) => ({ ...article, unit: name })))
    .filter(({ count: counts }) => !count || counts === count || (count === "other" && !COUNTING.includes(counts)))
    .sort((a, b) => (a.publishedAt < b.publishedAt ? -1 : 1));
}
