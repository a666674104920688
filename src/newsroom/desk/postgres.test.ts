import { afterAll, beforeAll, expect, test } from "vitest";
import { type NewsroomDesk, openNewsroomDesk, page } from "../../../test/support/newsroom-desk.ts";

let desk: NewsroomDesk;

beforeAll(async () => {
  desk = await openNewsroomDesk(["ctv.dao-tao", "truong.dao-tao", "thuky", "giamdoc", "quantri"], "postgres");
});
afterAll(() => desk.close());

test("on PostgreSQL the road is the same, and every page opens", async () => {
  const id = await desk.roadTo("PUBLISHED");
  const waiting = await desk.roadTo("SUBMITTED");
  expect(await desk.stateOf(id)).toBe("PUBLISHED");
  const lists = ["", "/bai", "/bai?tu-khoa=khai+giang", "/bai.csv", "/thong-bao", "/chuyen-muc"];
  for (const username of ["ctv.dao-tao", "truong.dao-tao", "thuky", "giamdoc", "quantri"]) {
    for (const path of lists) {
      const answer = await desk.as(username).get(`/ban-bien-tap${path}`);
      expect([username, path, answer.statusCode]).toEqual([username, path, 200]);
    }
    for (const path of [page(id), `${page(id)}/so-sanh`, page(waiting)]) {
      expect([username, path, (await desk.as(username).get(path)).statusCode]).toEqual([username, path, 200]);
    }
  }
  expect((await desk.as("giamdoc").get("/ban-bien-tap/ngoai-le")).statusCode).toBe(200);
  expect((await desk.as("thuky").get("/ban-bien-tap")).body).toContain(`href="${page(waiting)}"`);
});
