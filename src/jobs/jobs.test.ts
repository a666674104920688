import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { by } from "../../test/people.ts";
import { eachEngine, fixedClock, openTestPortal, TEST_NOW, type TestPortal } from "../../test/support/portals.ts";
import { isRefusedByDatabase, openRaw } from "../../test/support/raw.ts";
import type { Id } from "../kernel/ids.ts";
import { fillServices } from "../sample/services.ts";
import { disagreements } from "../search/rebuild.ts";
import { SEARCH_SOURCES } from "../search/sources.ts";
import { cancelJob } from "./commands/cancel-job.ts";
import { startUpkeep } from "./commands/start-upkeep.ts";
import type { JobKind } from "./job.ts";
import { isKindOpen, jobById, listJobs } from "./jobs.queries.ts";
import { UPKEEP } from "./kinds.ts";
import { newWorkerName, type Worker, workOnJobs } from "./run.ts";

eachEngine("long work", (engine) => {
  const clock = fixedClock(TEST_NOW);
  let house: TestPortal;
  let steps: string[];
  /** What a step does when its turn comes: nothing more than to be counted, unless a test says otherwise. */
  let during: (cursor: number) => void | Promise<void>;

  /** Counts to ten; a step leaves its mark in the transaction that counts it. */
  const COUNTING: JobKind = {
    name: "search.rebuild",
    async step(_, { cursor, done }) {
      const next = Number(cursor || "0") + 1;
      if (next > 10) return null;
      await during(next);
      return async (tx) => {
        await tx
          .insertInto("search_term")
          .values({ day: "2026-01-01", term: `step.${next}.${steps.length}`, searches: 1, empty: 0 })
          .execute();
        steps.push(String(next));
        return { cursor: String(next), done: done + 1 };
      };
    },
    outcome: async (_, { done, total }) => `Đã làm ${done} trên ${total}.`,
  };
  const worker = (errors: unknown[] = []): Worker => ({
    portal: house.portal,
    kinds: [COUNTING],
    name: newWorkerName(),
    onError: (_, error) => errors.push(error),
  });
  const admin = () => by(house.centre, "Bảo");

  async function begin(total = 10): Promise<Id> {
    const job = { kind: "search.rebuild", title: "Đếm", input: {}, total };
    const answer = await house.portal.act(admin(), startUpkeep, job);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return (await listJobs(house.portal.db, null, 1))[0]!.id;
  }
  const marks = async () =>
    (await house.portal.db.selectFrom("search_term").select("term").where("day", "=", "2026-01-01").execute()).length;

  beforeAll(async () => {
    house = await openTestPortal(engine, { clock });
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    steps = [];
    during = () => {};
    await house.portal.database.writer.deleteFrom("search_term").where("day", "=", "2026-01-01").execute();
  });

  test("two processes share the work and every step is done once", async () => {
    const id = await begin();
    const [one, two] = [worker(), worker()];
    const isOpen = async () => (await jobById(house.portal.db, id))?.outcome === "";
    const go = async (who: Worker) => {
      while (await isOpen()) await workOnJobs(who, undefined, 0);
    };
    await Promise.all([go(one), go(two)]);
    const job = await jobById(house.portal.db, id);
    expect([job?.state, job?.done, job?.outcome]).toEqual(["DONE", 10, "Đã làm 10 trên 10."]);
    expect(steps).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(await marks()).toBe(10);
  });

  test("a wish to stop is heard between two steps; what was done is told and stays", async () => {
    const id = await begin();
    during = async (next) => {
      if (next !== 4) return;
      const others = await house.portal.act(by(house.centre, "Hoa"), cancelJob, { job: id });
      expect(others).toMatchObject({ ok: false, error: [{ code: "jobNotYours" }] });
      expect((await house.portal.act(admin(), cancelJob, { job: id })).ok).toBe(true);
    };
    await workOnJobs(worker(), id, 5_000);
    const job = await jobById(house.portal.db, id);
    expect([job?.state, job?.outcome, await marks()]).toEqual(["CANCELLED", "Đã làm 4 trên 10.", 4]);
    expect(await house.portal.act(admin(), cancelJob, { job: id })).toMatchObject({ error: [{ code: "jobOver" }] });
  });

  test("a process that died holds its job for a minute; then another goes on behind the last counted step", async () => {
    const id = await begin();
    const dead = worker();
    during = (next) => {
      if (next === 3) throw new Error("killed");
    };
    await workOnJobs(dead, id, 5_000);
    // As a kill leaves it: claimed by a process that is no more.
    await house.portal.database.writer
      .updateTable("job")
      .set({ claimed_by: dead.name, claimed_until: new Date(Date.parse(clock.now()) + 60_000).toISOString() })
      .where("id", "=", id)
      .execute();
    during = () => {};
    expect(await workOnJobs(worker(), id, 5_000)).toBe(false);
    clock.advance(61);
    expect(await workOnJobs(worker(), id, 5_000)).toBe(true);
    expect(steps).toEqual(["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect((await jobById(house.portal.db, id))?.state).toBe("DONE");
  });

  test("a step that fails three times ends the job, with what was done and no trace of the machine", async () => {
    const id = await begin();
    const errors: unknown[] = [];
    during = (next) => {
      if (next === 6) throw new Error("ENOSPC /var/lib");
    };
    for (let turn = 0; turn < 3; turn += 1) {
      await workOnJobs(worker(errors), id, 5_000);
      clock.advance(11);
    }
    const job = await jobById(house.portal.db, id);
    expect([job?.state, errors.length, await marks()]).toEqual(["FAILED", 3, 5]);
    expect(job?.outcome).toMatch(/^Bước tiếp theo gặp lỗi .* Đã làm 5 trên 10\.$/);
    expect(job?.outcome).not.toContain("ENOSPC");
  });

  test("Đ7.k3: work on the portal is the administrator's, one of a kind at a time", async () => {
    const job = { kind: "search.rebuild", title: "Đếm", input: {}, total: 1 };
    const refused = await house.portal.act(by(house.centre, "Minh"), startUpkeep, job);
    expect(refused).toMatchObject({ ok: false, error: [{ code: "notThisHat" }] });
    const id = await begin();
    expect(await house.portal.act(admin(), startUpkeep, job)).toMatchObject({ error: [{ code: "jobAlreadyOpen" }] });
    await workOnJobs(worker(), id, 5_000);
    expect(await isKindOpen(house.portal.db, "search.rebuild")).toBe(false);
  });

  test("the search index is made anew in steps and agrees with what is public", async () => {
    const { portal, centre } = house;
    await fillServices(portal, centre);
    await portal.database.writer.updateTable("search_entry").set({ title: "sai" }).execute();
    expect((await portal.database.transact((tx) => disagreements(tx, SEARCH_SOURCES))).length).toBeGreaterThan(0);
    const [reindex] = UPKEEP;
    const id = await begin(await reindex!.total(portal));
    await workOnJobs({ ...worker(), kinds: [reindex!.job] }, id, 10_000);
    expect((await jobById(portal.db, id))?.state).toBe("DONE");
    expect(await portal.database.transact((tx) => disagreements(tx, SEARCH_SOURCES))).toEqual([]);
  });

  test("no script moves a job back, ends it untold or enters a row twice", async () => {
    const id = await begin();
    during = (next) => {
      if (next === 5) throw new Error("pause");
    };
    await workOnJobs(worker(), id, 5_000);
    const over = (await listJobs(house.portal.db, null, 50)).find(({ state }) => state === "DONE")!.id;
    const person = house.centre.people.thuky!.id;
    const raw = await openRaw(house.portal);
    const now = clock.now();
    const batch = (name: string, job: string) =>
      `insert into import_batch values ('${name}', 'document', 'a.csv', '${person}', 'SECRETARY', '${now}', '{}', ${job})`;
    await raw.run(batch("b1", "null"));
    await raw.run(batch("b2", `'${id}'`));
    await raw.run("insert into import_row values ('b1', 2, '{}', null, '[]')");
    await raw.run("insert into import_row values ('b2', 2, '{}', 'entered', '[]')");
    const attacks = [
      `update job set done = 1 where id = '${id}'`,
      `update job set done = 11 where id = '${id}'`,
      `update job set state = 'WAITING' where id = '${id}'`,
      `update job set state = 'DONE' where id = '${id}'`,
      `update job set state = 'CANCELLED', ended_at = '${now}' where id = '${id}'`,
      `update job set state = 'LOST' where id = '${id}'`,
      `update job set person_id = '${person}' where id = '${id}'`,
      `update job set input = '[]' where id = '${id}'`,
      `update job set outcome = 'khác' where id = '${over}'`,
      `update job set state = 'RUNNING', ended_at = null where id = '${over}'`,
      `delete from job where id = '${over}'`,
      `update import_batch set job_id = null where id = 'b2'`,
      `update import_row set outcome = 'entered' where batch_id = 'b1'`,
      `update import_row set outcome = null where batch_id = 'b2'`,
      `update import_row set outcome = 'refused' where batch_id = 'b2'`,
      `update import_row set cells = '{"a":"b"}' where batch_id = 'b2'`,
    ];
    for (const attack of attacks) {
      const error = await raw.run(attack).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error !== null && isRefusedByDatabase(error), attack).toBe(true);
    }
    await raw.close();
  });
});
