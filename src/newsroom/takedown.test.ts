import { afterEach, beforeEach, expect, test } from "vitest";
import { ALL_POINTS, type Newsroom, openNewsroom } from "../../test/support/newsroom.ts";
import { eachEngine } from "../../test/support/portals.ts";
import type { Id } from "../kernel/ids.ts";
import { verifyNewsroom } from "./verify.ts";

const checked = ALL_POINTS;
const reason = "Không còn phù hợp thời điểm";

eachEngine("Đ15.k3.g1: a decision to take down", (engine) => {
  let room: Newsroom;
  let live: Id;
  let correction: Id;
  const lan = () => room.who("Lan", "SECRETARY");
  const chief = () => room.who("Minh", "CHIEF");
  const publicArticles = () => room.portal.db.selectFrom("published_article").select("edition_id").execute();

  /** A live article with an approved correction, when the head decides that it goes. */
  beforeEach(async () => {
    room = await openNewsroom(engine);
    live = await room.bringTo("PUBLISHED");
    correction = await room.move(live, lan(), { act: "proposeCorrection", note: "Sửa lại số học viên" });
    await room.save(correction, lan(), "Lớp có 45 học viên.");
    await room.move(correction, lan(), { act: "forward", checked });
    await room.move(correction, room.who("Thúy"), { act: "approve", checked });
  });
  afterEach(async () => {
    expect(await verifyNewsroom(room.portal.db)).toMatchObject({ bad: null });
    await room.close();
  });

  const refusedFor = (code: string) => ({ ok: false, error: [{ code }] });

  test("is not got round by posting a correction instead, now or by the clock", async () => {
    await room.move(correction, lan(), { act: "schedule", publishAt: "2026-11-24T04:00:00.000Z" });
    await room.move(live, chief(), { act: "decideTakedown", reason, note: "outdated" });
    room.clock.set("2026-11-24T04:00:00.000Z");
    expect(await room.publishDue()).toMatchObject([{ published: false }]);
    expect((await room.load(correction)).facts.state).toBe("APPROVED");
    expect(await room.attempt(correction, lan(), { act: "publish" })).toMatchObject(refusedFor("noTakedownPending"));
    expect(await publicArticles()).toEqual([{ edition_id: live }]);
  });

  test("once carried out leaves the way free for a text that is approved", async () => {
    await room.move(live, chief(), { act: "decideTakedown", reason, note: "outdated" });
    await room.move(live, lan(), { act: "executeTakedown" });
    expect(await publicArticles()).toEqual([]);
    await room.move(correction, lan(), { act: "publish" });
    expect(await publicArticles()).toEqual([{ edition_id: correction }]);
    expect(await room.attempt(live, lan(), { act: "restore", reason })).toMatchObject(refusedFor("isTakenDown"));
  });

  test("is the head's: neither secretary nor deputies, and the standing deputy only under a delegation", async () => {
    for (const by of [lan(), room.who("Hưng"), room.who("Hoa"), room.who("Bảo"), room.who("Minh", "DIRECTOR")]) {
      expect(await room.attempt(live, by, { act: "decideTakedown", reason })).toMatchObject(refusedFor("notThisHat"));
    }
    const standing = await room.attempt(live, room.who("Thúy"), { act: "decideTakedown", reason });
    expect(standing).toMatchObject(refusedFor("noDelegation"));
    expect(await room.attempt(live, lan(), { act: "executeTakedown" })).toMatchObject(refusedFor("takedownDecided"));
  });
});
