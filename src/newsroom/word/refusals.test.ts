import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleArticleDocx } from "../../../test/support/sample-docx.ts";
import { importWord } from "./import.ts";
import { MAX_ENTRIES, MAX_INPUT_BYTES, MAX_XML_BYTES } from "./limits.ts";
import type { WordRefusalCode } from "./refusal.ts";
import { compoundFile, p, rawDocx, rawParts } from "./testing/docx.ts";
import { imported, shown } from "./testing/shown.ts";
import { zip } from "./testing/zip.ts";

const MB = 1024 * 1024;

async function refusalOf(bytes: Uint8Array): Promise<{ code: WordRefusalCode; message: string }> {
  const outcome = await importWord(bytes);
  if (outcome.ok) throw new Error("accepted");
  expect(outcome.error.message).toMatch(/^\p{Lu}.*\.$/u);
  return outcome.error;
}

describe("files that are no Word document", () => {
  test.each<[string, Uint8Array, WordRefusalCode, RegExp]>([
    ["a renamed program", Buffer.concat([Buffer.from("MZ\x90\0"), randomBytes(4096)]), "notWord", /chương trình/],
    ["a PDF", Buffer.from("%PDF-1.7\n"), "notWord", /PDF/],
    ["an RTF", Buffer.from("{\\rtf1\\ansi}"), "notWord", /RTF/],
    ["plain text", Buffer.from("Kính gửi Ban biên tập"), "notWord", /\.docx/],
    ["an empty file", new Uint8Array(), "empty", /rỗng/],
    ["an old .doc", compoundFile("1Table", "WordDocument"), "oldDoc", /hãy lưu lại thành \.docx/],
    ["a locked .docx", compoundFile("EncryptionInfo", "EncryptedPackage"), "encrypted", /mật khẩu/],
    ["an old .xls", compoundFile("Workbook"), "notWord", /\.docx/],
    [
      "an .xlsx",
      zip([
        { name: "[Content_Types].xml", data: "<Types/>" },
        { name: "xl/workbook.xml", data: "<x/>" },
      ]),
      "notWord",
      /Excel/,
    ],
    ["a .pptx", zip([{ name: "ppt/presentation.xml", data: "<x/>" }]), "notWord", /PowerPoint/],
    [
      "an .odt",
      zip([{ name: "mimetype", data: "application/vnd.oasis.opendocument.text" }]),
      "notWord",
      /OpenDocument/,
    ],
    ["a zip of something else", zip([{ name: "anh/1.jpg", data: "x" }]), "notWord", /\.docx/],
    [
      "an archive with locked entries",
      zip([{ name: "word/document.xml", data: "x", encrypted: true }]),
      "encrypted",
      /mật khẩu/,
    ],
  ])("%s", async (_, bytes, code, message) => {
    expect(await refusalOf(bytes)).toMatchObject({ code, message: expect.stringMatching(message) });
  });
});

describe("files that are too large or blow up", () => {
  test("200 MB are refused without being looked at", async () => {
    expect((await refusalOf(Buffer.alloc(200 * MB))).code).toBe("tooLarge");
  });
  test("the limit itself is not too large", async () => {
    expect((await refusalOf(Buffer.alloc(MAX_INPUT_BYTES))).code).toBe("notWord");
  });
  test("a zip bomb is refused by its directory, and nothing is unpacked", async () => {
    const zeros = Buffer.alloc(60 * MB);
    const bomb = zip([...rawParts({ body: p("x") }), { name: "word/media/a.png", data: zeros }]);
    expect(bomb.length).toBeLessThan(MB);
    expect((await refusalOf(bomb)).code).toBe("bomb");
  });
  test("a bomb that lies about its size is stopped at the size it claims", async () => {
    const parts = rawParts({ body: p("x".repeat(20 * MB)) }).map((part) =>
      part.name === "word/document.xml" ? { ...part, claims: 10_000 } : part,
    );
    expect((await refusalOf(zip(parts))).code).toBe("bomb");
  });
  test("more entries than a document has are refused", async () => {
    const many = Array.from({ length: MAX_ENTRIES + 1 }, (_, index) => ({ name: `word/${index}`, data: "" }));
    expect((await refusalOf(zip(many))).code).toBe("bomb");
  });
  test("a picture bomb among sound pictures is refused too", async () => {
    const bomb = { name: "word/media/a.png", data: Buffer.alloc(5 * MB), claims: 50 };
    const file = { body: p("x"), links: [["a", "image", "media/a.png"]] as const, files: [bomb] };
    expect((await refusalOf(rawDocx(file))).code).toBe("bomb");
  });
  test("a text longer than any article is refused", async () => {
    const long = rawDocx({ body: p("Chữ và số ".repeat(40_000)) });
    expect(await refusalOf(long)).toMatchObject({
      code: "tooLarge",
      message: expect.stringContaining("tách thành nhiều bài"),
    });
  });
  test("XML beyond the limit is refused", async () => {
    const noise = randomBytes(MAX_XML_BYTES * 0.6).toString("hex");
    expect((await refusalOf(rawDocx({ body: p(noise) }))).code).toBe("tooLarge");
  });
  test("a million tiny elements are refused in reasonable time and memory", async () => {
    expect((await refusalOf(rawDocx({ body: "<w:p/>".repeat(1_000_000) }))).code).toBe("tooLarge");
  });
  test("what is made to be read over and over is read once", async () => {
    const deep = "<w:ins>".repeat(150) + "<w:r><w:t>a</w:t></w:r>".repeat(90_000) + "</w:ins>".repeat(150);
    expect((await importWord(rawDocx({ body: `<w:p>${deep}</w:p>` }))).ok).toBe(true);
  }, 15_000);
  test("nesting without end is refused", async () => {
    expect((await refusalOf(rawDocx({ body: "<w:sdt>".repeat(100_000) }))).code).toBe("broken");
  });
});

describe("XML that is not as it should be", () => {
  const doctype = (inside: string) => `<!DOCTYPE w:document [${inside}]>`;
  test.each<[string, Uint8Array, WordRefusalCode]>([
    [
      "an external entity",
      rawDocx({ prolog: doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), body: p("<w:r><w:t>&x;</w:t></w:r>") }),
      "entities",
    ],
    [
      "a billion laughs",
      rawDocx({ prolog: doctype('<!ENTITY a "ha"><!ENTITY b "&a;&a;">'), body: p("x") }),
      "entities",
    ],
    ["an undeclared entity", rawDocx({ body: p("a&nbsp;b") }), "entities"],
    ["an unclosed element", rawDocx({ body: "<w:p><w:r>" }), "broken"],
    ["crossing elements", rawDocx({ body: "<w:p><w:r></w:p></w:r>" }), "broken"],
    [
      "bytes that are no UTF-8",
      zip(
        rawParts({ body: "" }).map((part) =>
          part.name === "word/document.xml" ? { ...part, data: Buffer.from([0x3c, 0xff, 0x3e]) } : part,
        ),
      ),
      "broken",
    ],
    [
      "another root",
      zip(
        rawParts({ body: "" }).map((part) => (part.name === "word/document.xml" ? { ...part, data: "<html/>" } : part)),
      ),
      "notWord",
    ],
    ["no document part", zip(rawParts({ body: "" }).filter((part) => part.name !== "word/document.xml")), "broken"],
    [
      "a name that climbs out of the archive",
      zip([...rawParts({ body: p("x") }), { name: "../../evil", data: "x" }]),
      "broken",
    ],
  ])("%s", async (_, bytes, code) => {
    expect((await refusalOf(bytes)).code).toBe(code);
  });
  test("an archive that was cut off is broken", async () => {
    const sound = await sampleArticleDocx();
    expect((await refusalOf(sound.subarray(0, sound.length / 2))).code).toBe("broken");
  });
  test("an archive whose content was changed is broken", async () => {
    const sound = rawDocx({ body: p("Nội dung bài viết") });
    const at = Buffer.from(sound).indexOf("word/document.xml") + 60;
    sound[at] = (sound[at] ?? 0) ^ 0xff;
    expect((await refusalOf(sound)).code).toBe("broken");
  });
  test("a document without a word or picture is empty", async () => {
    expect((await refusalOf(rawDocx({ body: p("") + p(" \u00A0 ") }))).code).toBe("empty");
  });
  test("when all the words are in a text box, the refusal says so", async () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p("Cả bài ở đây")}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const refusal = await refusalOf(rawDocx({ body: p(box) }));
    expect(refusal).toMatchObject({ code: "empty", message: expect.stringContaining("Hộp văn bản") });
  });
  test("other prefixes, CDATA, comments and character references are read as the standard says", async () => {
    const data = `<!-- x --><d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r>
      <d:t><![CDATA[A & B]]> &lt;C&gt; &#273;&#x1EAD;m</d:t></d:r></d:p></d:body></d:document>`;
    const parts = rawParts({ body: "" }).map((part) => (part.name === "word/document.xml" ? { ...part, data } : part));
    expect(shown((await imported(zip(parts))).body)).toEqual(["A & B <C> đậm"]);
  });
});

test("however a file is damaged, the answer is an article or a refusal, never an exception", async () => {
  const sound = await sampleArticleDocx();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 }),
      async (changes) => {
        const damaged = sound.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        await importWord(damaged);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test("however Word's elements are put together, the body fits the schema", async () => {
  const leaf = fc.constantFrom(
    "<w:r><w:t>chữ</w:t></w:r>",
    "<w:r><w:br/></w:r>",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr>',
    '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>',
    '<w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr>',
    '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>',
    "<w:trPr><w:tblHeader/></w:trPr>",
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      fc
        .tuple(
          fc.constantFrom("w:p", "w:r", "w:tbl", "w:tr", "w:tc", "w:sdt", "w:ins", "w:hyperlink", "w:txbxContent"),
          fc.array(tie("tree"), { maxLength: 6 }),
        )
        .map(([name, inner]) => `<${name}>${inner.join("")}</${name}>`),
    ),
  }));
  const numbering = '<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  await fc.assert(
    fc.asyncProperty(fc.array(tree, { maxLength: 8 }), async (body) => {
      const outcome = await importWord(rawDocx({ body: body.join(""), numbering }));
      expect(outcome.ok || outcome.error.code === "empty").toBe(true);
    }),
    { numRuns: 200 },
  );
}, 60_000);
