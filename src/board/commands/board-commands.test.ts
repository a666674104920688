import { afterAll, beforeAll, expect, test } from "vitest";
import { eachEngine, openTestPortal, type TestPortal } from "../../../test/support/portals.ts";
import { readBoard } from "../board.queries.ts";

eachEngine("the sample centre", (engine) => {
  let test1: TestPortal;
  beforeAll(async () => {
    test1 = await openTestPortal(engine);
  });
  afterAll(() => test1.close());

  test("is there", async () => {
    const board = await readBoard(test1.portal.db);
    expect(board.units).toHaveLength(6);
  });
});
