import { expect, test } from "vitest";
import { type CitingText, staleCitations } from "./citations.ts";
import type { Relation } from "./document.ts";
import type { ShelvedDocument } from "./shelf.ts";
import { validityOn } from "./validity.ts";

const bare = (id: string, number: string, effectiveOn: string): ShelvedDocument => ({
  id,
  number,
  typed: number,
  kind: "CIRCULAR",
  issuedOn: effectiveOn,
  issuer: "Bộ Giáo dục và Đào tạo",
  signer: "Thứ trưởng",
  abstract: "Quy chế công khai",
  effectiveOn,
  effectiveTo: null,
  field: null,
  unit: "u",
  earlyReason: "",
  text: "",
  slug: number,
  isPublic: true,
  version: 1,
  reviewOn: "2027-01-01",
  confirmedAt: null,
  publishedAt: null,
  unitName: "Phòng Đào tạo",
  fieldName: "",
  validity: { state: "IN_FORCE", since: effectiveOn, by: null },
});

const replaced: Relation = { id: "r", from: "new", to: "old", kind: "REPLACES", on: "2024-07-19" };

/** Both circulars as they stand on a day. */
function shelf(day: string): ShelvedDocument[] {
  const documents = [bare("old", "36/2017/TT-BGDĐT", "2018-02-12"), bare("new", "09/2024/TT-BGDĐT", "2024-07-19")];
  const validity = validityOn(documents, [replaced], day);
  return documents.map((document) => ({ ...document, validity: validity.get(document.id)! }));
}

const text = (words: string): CitingText => ({
  id: "a",
  title: "Bài",
  href: "/bai-viet/a",
  unit: "Phòng",
  text: words,
});

test("REQ-071: a text that cites an expired document is told of, however the number is written", () => {
  const found = staleCitations(
    [text("Theo Thông tư số 36 / 2017 / TT-BGDĐT, Trung tâm công khai…")],
    shelf("2026-11-24"),
  );
  expect(found.map(({ source, document }) => [source.id, document.number])).toEqual([["a", "36/2017/TT-BGDĐT"]]);
});

test.each([
  ["it was still in force on the day", "Theo Thông tư 36/2017/TT-BGDĐT", "2024-07-18"],
  ["the text tells of the change itself", "Thông tư 09/2024/TT-BGDĐT thay thế Thông tư 36/2017/TT-BGDĐT", "2026-11-24"],
  ["it cites what is in force", "Theo Thông tư 09/2024/TT-BGDĐT", "2026-11-24"],
  ["it cites nothing", "Ngày 09/5/2023, 36/2017 học viên", "2026-11-24"],
])("nothing is told when %s", (_, words, day) => {
  expect(staleCitations([text(words)], shelf(day))).toEqual([]);
});
