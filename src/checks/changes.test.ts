import { expect, test } from "vitest";
import { openNewsroom } from "../../test/support/newsroom.ts";
import { changesAfter } from "./checks.queries.ts";

test("Đ12.k2: whoever checks is shown what was posted and what was taken down", async () => {
  const house = await openNewsroom("sqlite");
  try {
    await house.bringTo("TAKEN_DOWN");
    const { shown } = await changesAfter(house.portal.db, 0);
    const acts = shown.map(({ act }) => act).filter((act) => act.startsWith("edition."));
    expect(acts).toEqual(["edition.publish", "edition.executeTakedown"]);
  } finally {
    await house.close();
  }
});
