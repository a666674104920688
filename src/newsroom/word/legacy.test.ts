import { expect, test } from "vitest";
import { findBadCharacter } from "../../kernel/vietnamese.ts";
import { bold, centred, font, p, r } from "./testing/docx.ts";
import { imported, shown } from "./testing/shown.ts";

const TCVN3 = "Céng hoµ x· héi chñ nghÜa ViÖt Nam";
const VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam";

test("text in a TCVN3 font is left as it is, with a preview of what it would become", async () => {
  const { body, legacy } = await imported({ body: p(r(TCVN3, font(".VnTime"))) + p("Chữ thường") });
  expect(shown(body)).toEqual([TCVN3, "Chữ thường"]);
  expect(legacy).toEqual({
    runs: 1,
    encoding: "tcvn3",
    samples: [{ before: TCVN3, after: "Cộng hoà xã hội chủ nghĩa Việt Nam" }],
  });
});

test.each([
  [".VnTime", TCVN3, "Cộng hoà xã hội chủ nghĩa Việt Nam"],
  [".VnTimeH", "Tr\u00ADêng ®¹i häc", "TRƯỜNG ĐẠI HỌC"],
  ["VNI-Times", VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam"],
])("with consent, text in %s is converted", async (name, text, converted) => {
  const article = await imported({ body: p(r(text, font(name))) + p("Chữ thường: 5 µm") }, { convertLegacy: true });
  expect(shown(article.body)).toEqual([converted, "Chữ thường: 5 µm"]);
  expect(article.legacy).toBeNull();
  expect(findBadCharacter(converted)).toBeNull();
});

test("the letter ư survives as a soft hyphen character and as Word's own soft hyphen", async () => {
  const run = `<w:r><w:rPr>${font(".VnTime")}</w:rPr><w:t>Tr</w:t><w:softHyphen/><w:t>êng s\u00AD ph¹m</w:t></w:r>`;
  const kept = await imported({ body: p(run) });
  expect(shown(kept.body)).toEqual(["Tr\u00ADêng s\u00AD ph¹m"]);
  expect(shown((await imported({ body: p(run) }, { convertLegacy: true })).body)).toEqual(["Trường sư phạm"]);
});

test("in other fonts a soft hyphen is just that and is taken out", async () => {
  expect(shown((await imported({ body: p(r("thông\u00AD tin")) })).body)).toEqual(["thông tin"]);
});

test("the font may come from the style or from the document's defaults", async () => {
  const styles = `<w:docDefaults><w:rPrDefault><w:rPr>${font("VNI-Times")}</w:rPr></w:rPrDefault></w:docDefaults>
    <w:style w:type="paragraph" w:styleId="Cu"><w:name w:val="Chữ cũ"/><w:rPr>${font(".VnArial")}</w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="Cu"/></w:style>
    <w:style w:type="paragraph" w:styleId="Moi"><w:name w:val="Mới"/><w:rPr>${font("Arial")}</w:rPr></w:style>`;
  const { body } = await imported(
    {
      styles,
      body: p("ViÖt Nam", '<w:pStyle w:val="Con"/>') + p("Vieät Nam") + p("Việt Nam", '<w:pStyle w:val="Moi"/>'),
    },
    { convertLegacy: true },
  );
  expect(shown(body)).toEqual(["Việt Nam", "Việt Nam", "Việt Nam"]);
});

test("a theme font in a run is no legacy font, whatever the style says", async () => {
  const styles = `<w:docDefaults><w:rPrDefault><w:rPr>${font(".VnTime")}</w:rPr></w:rPrDefault></w:docDefaults>`;
  const { body } = await imported(
    { styles, body: p(r("5 µm", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')) },
    { convertLegacy: true },
  );
  expect(shown(body)).toEqual(["5 µm"]);
});

test("Unicode text that merely stands in a legacy font is not converted", async () => {
  const { body, legacy } = await imported(
    { body: p(r("Cả trường đều vui", font(".VnTime"))) },
    { convertLegacy: true },
  );
  expect(shown(body)).toEqual(["Cả trường đều vui"]);
  expect(legacy).toBeNull();
});

test("a VNI letter split over two runs is put together before it is converted", async () => {
  const { body } = await imported(
    { body: p(r("Vie", font("VNI-Times")) + r("ät", font("VNI-Times"))) },
    { convertLegacy: true },
  );
  expect(shown(body)).toEqual(["Việt"]);
});

test("symbol-font characters of a legacy font are read by their code", async () => {
  const run = `<w:r><w:t xml:space="preserve">Vi</w:t><w:sym w:font=".VnTime" w:char="F0D6"/><w:t>t</w:t></w:r>`;
  expect(shown((await imported({ body: p(run) }, { convertLegacy: true })).body)).toEqual(["Việt"]);
});

test("title and body are converted alike, and both encodings in one file are told", async () => {
  const body = p(r("Th«ng b¸o tuyÓn sinh", font(".VnTimeH") + bold), centred) + p(r("Tröôøng hoïc", font("VNI-Times")));
  expect((await imported({ body })).legacy).toMatchObject({ runs: 2, encoding: "both" });
  const article = await imported({ body }, { convertLegacy: true });
  expect(article.title).toBe("THÔNG BÁO TUYỂN SINH");
  expect(shown(article.body)).toEqual(["Trường học"]);
});
