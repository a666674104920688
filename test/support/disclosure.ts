import type { By } from "../../src/act.ts";
import { BY_SYSTEM } from "../../src/act.ts";
import { delegate } from "../../src/board/commands/delegate.ts";
import { adoptSeed } from "../../src/disclosure/commands/adopt-seed.ts";
import { changeItem } from "../../src/disclosure/commands/change-item.ts";
import { type EntryMove, moveEntry } from "../../src/disclosure/commands/move-entry.ts";
import { prepareEntry } from "../../src/disclosure/commands/prepare-entry.ts";
import { type DisclosureContent, EMPTY_CONTENT } from "../../src/disclosure/content.ts";
import { readItems } from "../../src/disclosure/disclosure.queries.ts";
import { dayOf } from "../../src/kernel/clock.ts";
import type { Hat } from "../../src/regulation/hats.ts";
import type { Engine } from "../../src/storage/database.ts";
import { fixedClock, openTestPortal, TEST_NOW } from "./portals.ts";

/** A portal whose disclosure belongs to Phòng Đào tạo, and the road of an entry in short words. */
export async function openDisclosure(engine: Engine) {
  const clock = fixedClock(TEST_NOW);
  const { portal, centre, close } = await openTestPortal(engine, { clock });
  const by = (username: string, hat: Hat): By => ({ person: centre.people[username]!.id, hat });
  const must = async <T>(answer: Promise<{ ok: true; value: T } | { ok: false; error: unknown }>): Promise<T> => {
    const given = await answer;
    clock.advance(60);
    if (!given.ok) throw new Error(JSON.stringify(given.error));
    return given.value;
  };
  await must(portal.act(BY_SYSTEM, adoptSeed, {}));
  for (const item of await readItems(portal.db)) {
    await must(
      portal.act(BY_SYSTEM, changeItem, {
        ...item,
        item: item.id,
        unit: centre.units["dao-tao"]!,
      }),
    );
  }
  const itemOf = async (code: string) =>
    (await readItems(portal.db)).find((item) => item.code === code && item.regime.toYear === null)!;
  const move = (username: string, hat: Hat, input: EntryMove) => must(portal.act(by(username, hat), moveEntry, input));

  /** A new version with this content, carried by the right people to the public. */
  async function publish(code: string, year: string, more: Partial<DisclosureContent> = {}): Promise<string> {
    const item = await itemOf(code);
    const { id, version } = await must(
      portal.act(by("ctv.dao-tao", "CONTRIBUTOR"), prepareEntry, { item: item.id, year }),
    );
    const content: DisclosureContent = {
      ...EMPTY_CONTENT,
      title: item.title,
      text: `Nội dung bản ${version}.`,
      changeNote: version > 1 ? "Cập nhật số liệu" : "",
      ...more,
    };
    await move("ctv.dao-tao", "CONTRIBUTOR", { entry: id, act: "save", content });
    await move("ctv.dao-tao", "CONTRIBUTOR", { entry: id, act: "sendToHead" });
    await move("truong.dao-tao", "MEMBER", { entry: id, act: "approveInUnit" });
    await move("thuongtruc", "STANDING_DEPUTY", { entry: id, act: "approve" });
    await move("thuky", "SECRETARY", { entry: id, act: "publish" });
    return id;
  }
  /** The paper by which the standing deputy may be the second who confirms an order. */
  const delegateRedaction = () =>
    must(
      portal.act(by("giamdoc", "CHIEF"), delegate, {
        to: centre.people.thuongtruc!.id,
        powers: ["disclosure.redact"],
        from: dayOf(clock.now()),
        until: dayOf(clock.now()),
        document: "15/GUQ-GDTXHP",
        reason: "Thực hiện văn bản của cơ quan có thẩm quyền",
      }),
    );
  return { portal, centre, clock, by, must, itemOf, move, publish, delegateRedaction, close };
}

export type DisclosureRoom = Awaited<ReturnType<typeof openDisclosure>>;
