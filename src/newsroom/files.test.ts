import { expect, test } from "vitest";
import { pictures } from "./body/text.ts";
import type { ArticleContent } from "./content.ts";
import { sampleContent } from "./content-samples.ts";
import { filesOf, type ReceivedFile, unknownFiles } from "./files.ts";

const content: ArticleContent = sampleContent;
const received: ReceivedFile[] = [
  ...[...(content.cover ? [content.cover] : []), ...pictures(content.body).map(({ picture }) => picture)].map(
    ({ file, width, height }) => ({ hash: file, kind: "picture", mime: "image/jpeg", size: 1, width, height }),
  ),
  ...content.attachments.map(({ file, mime, size }) => ({
    hash: file,
    kind: "attachment",
    mime,
    size,
    width: null,
    height: null,
  })),
];

test("a text whose files were received as it says names none that is unknown", () => {
  expect(filesOf(content).length).toBeGreaterThan(1);
  expect(unknownFiles(content, received)).toEqual([]);
});

test("a file that was never received is unknown", () => {
  for (const hash of filesOf(content)) {
    expect(
      unknownFiles(
        content,
        received.filter((file) => file.hash !== hash),
      ),
    ).toContain(hash);
  }
});

test.each([
  ["width", 1],
  ["height", 1],
  ["size", 999_999],
  ["mime", "text/html"],
  ["kind", "other"],
] as const)("Đ17.k3: a form cannot give a file another %s than was found in its bytes", (field, value) => {
  const forged = received.map((file) => ({ ...file, [field]: value }));
  expect(unknownFiles(content, forged).length).toBeGreaterThan(0);
});
