import { expect, test } from "vitest";
import { ARTICLE_MOVES, type MoveRule } from "../src/regulation/article-moves.ts";
import { hatName } from "../src/regulation/hats.ts";
import { STATES } from "../src/regulation/states.ts";

const REACH = {
  any: "",
  own: "bài của mình",
  unit: "bài của đơn vị mình",
  charge: "đơn vị, lĩnh vực phụ trách",
  claim: "bài mình nhận thẩm định",
  claimInCharge: "bài mình nhận thẩm định, thuộc phụ trách",
} as const;

function whoMay({ who }: MoveRule): string {
  return who
    .map(({ hat, reach, under }) => {
      const limits = [REACH[reach], under ? "theo ủy quyền" : ""].filter(Boolean).join("; ");
      return limits ? `${hatName(hat)} (${limits})` : hatName(hat);
    })
    .join(", ");
}

test("docs/workflow.md is drawn from the table of moves", async () => {
  const moves = ARTICLE_MOVES.filter(({ from, to }) => from === null || to !== "same");
  const arrows = moves.flatMap(({ id, from, to, label }) =>
    (from ?? ["[*]"]).map((state) => `    ${state} --> ${to === "same" ? state : to} : ${id} ${label}`),
  );
  const rows = ARTICLE_MOVES.map(
    (rule) =>
      `| ${rule.id} | ${rule.label} | ${(rule.from ?? ["–"]).join(", ")} | ${rule.to === "same" ? "giữ nguyên" : rule.to} | ${whoMay(rule)} | ${rule.needs.join(", ") || "–"} | ${rule.clause} |`,
  );
  const text = `# Quy trình tin, bài

Drawn from \`src/regulation/article-moves.ts\` by \`test/docs.test.ts\`; do not edit by hand (\`npx vitest run test/docs.test.ts -u\`).
What each condition means: \`src/newsroom/guards.ts\`. What a person reads when one fails: \`src/newsroom/move-words.ts\`.

## Trạng thái

${Object.entries(STATES)
  .map(([state, name]) => `- \`${state}\`: ${name}`)
  .join("\n")}

## Sơ đồ

\`\`\`mermaid
stateDiagram-v2
${arrows.join("\n")}
\`\`\`

## Bảng chuyển bước

| Mã | Việc | Từ | Đến | Ai | Điều kiện | Căn cứ |
|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
  await expect(text).toMatchFileSnapshot("../docs/workflow.md");
});
