import { describe, expect, test } from "vitest";
import { plainTitle } from "./feed-text.ts";
import { readFeed } from "./read-feed.ts";

const NOW = "2026-11-24T01:00:00.000Z";
const BASE = "https://haiphong.edu.vn/rss/tin.xml";
const read = (text: string) => {
  const answer = readFeed(text, BASE, NOW);
  return answer.ok ? answer.value : answer.error;
};
const rss = (...items: string[]) =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Sở</title>${items.join("")}</channel></rss>`;
const item = (title: string, link: string, date = "") =>
  `<item><title>${title}</title><link>${link}</link>${date && `<pubDate>${date}</pubDate>`}</item>`;

describe("reading a feed of others", () => {
  test("RSS 2.0, newest first, with addresses made whole", () => {
    const items = read(
      rss(
        item("Tin cũ", "/tin/1", "Mon, 23 Nov 2026 08:00:00 +0700"),
        item(
          "<![CDATA[Tin <b>mới</b> &amp; hay]]>",
          "https://haiphong.edu.vn/tin/2",
          "Tue, 24 Nov 2026 07:00:00 +0700",
        ),
      ),
    );
    expect(items).toEqual([
      { title: "Tin mới & hay", link: "https://haiphong.edu.vn/tin/2", publishedAt: "2026-11-24T00:00:00.000Z" },
      { title: "Tin cũ", link: "https://haiphong.edu.vn/tin/1", publishedAt: "2026-11-23T01:00:00.000Z" },
    ]);
  });

  test("Atom with several links, and RDF with dates of Dublin Core", () => {
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title type="html">Kỳ thi &amp;quot;tốt nghiệp&amp;quot;</title>
      <link rel="self" href="https://x.vn/self"/><link rel="alternate" href="https://x.vn/a?b=1&amp;c=2"/>
      <published>2026-11-20T10:00:00Z</published></entry></feed>`;
    expect(read(atom)).toEqual([
      { title: 'Kỳ thi "tốt nghiệp"', link: "https://x.vn/a?b=1&c=2", publishedAt: "2026-11-20T10:00:00.000Z" },
    ]);
    const rdf = `<rdf:RDF xmlns:rdf="r" xmlns:dc="d"><item><title>Một tin</title><link>https://x.vn/1</link><dc:date>2026-11-20</dc:date></item></rdf:RDF>`;
    expect(read(rdf)).toEqual([{ title: "Một tin", link: "https://x.vn/1", publishedAt: "2026-11-20T00:00:00.000Z" }]);
  });

  test("script and markup end as words or as nothing; addresses that are no web addresses are left out", () => {
    const items = read(
      rss(
        item("&lt;script&gt;alert(1)&lt;/script&gt;Tin một", "https://x.vn/1"),
        item("<![CDATA[<img src=x onerror=alert(1)>Tin hai]]>", "https://x.vn/2"),
        item("Tin ba", "javascript:alert(1)"),
        item("Tin bốn", "data:text/html,hello"),
        item("Tin năm", "https://a:b@x.vn/5"),
        item("<![CDATA[<script>chỉ có mã</script>]]>", "https://x.vn/6"),
        item("Tin một lần nữa", "https://x.vn/1"),
      ),
    );
    expect(items).toEqual([
      { title: "Tin một", link: "https://x.vn/1", publishedAt: null },
      { title: "Tin hai", link: "https://x.vn/2", publishedAt: null },
    ]);
  });

  test("a date of tomorrow or later waits for its day; some hours ahead is a wrong zone and counts as now", () => {
    const items = read(
      rss(
        item("Năm 2099", "https://x.vn/1", "Thu, 01 Jan 2099 00:00:00 GMT"),
        item("Sai múi giờ", "https://x.vn/2", "Tue, 24 Nov 2026 08:00:00 GMT"),
        item("Ngày vô nghĩa", "https://x.vn/3", "hôm qua"),
      ),
    );
    expect(items).toEqual([
      { title: "Sai múi giờ", link: "https://x.vn/2", publishedAt: NOW },
      { title: "Ngày vô nghĩa", link: "https://x.vn/3", publishedAt: null },
    ]);
  });

  test.each([
    ["nothing", "", "notXml"],
    ["a page of HTML", "<!doctype html><html><body><p>Lỗi 500<br></body></html>", "hasEntities"],
    ["a page without a type", "<html><body><p>Xin chào</p></body></html>", "notFeed"],
    ["JSON", '{"items": []}', "notXml"],
    ["a feed cut off", rss(item("Tin", "https://x.vn/1")).slice(0, -20), "notXml"],
    ["tags that do not match", "<rss><channel></rss></channel>", "notXml"],
    [
      "a billion laughs",
      '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>',
      "hasEntities",
    ],
    [
      "a file of the server",
      '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
      "hasEntities",
    ],
  ])("%s is refused with its reason", (_, text, problem) => {
    expect(read(text)).toBe(problem);
  });

  test("names of properties every object has change no object, and as a tag they are refused", () => {
    expect(read(rss(item("__proto__", "https://x.vn/1")))).toMatchObject([{ title: "__proto__" }]);
    expect(read(rss("<item><__proto__><title>x</title></__proto__><constructor/></item>"))).toBe("notXml");
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });

  test("ten thousand items and deep nesting end soon", () => {
    const many = rss(...Array.from({ length: 10_000 }, (_, at) => item(`Tin ${at}`, `https://x.vn/${at}`)));
    expect(read(many)).toHaveLength(200);
    const deep = rss(`<item>${"<a>".repeat(5000)}${"</a>".repeat(5000)}</item>`);
    expect(["notXml", "notFeed"].includes(read(deep) as string) || Array.isArray(read(deep))).toBe(true);
  });
});

test.each([
  ["H&#7897;i ngh&#x1ECB; t&#7893;ng k&#7871;t", "Hội nghị tổng kết"],
  ["Th&ocirc;ng b&aacute;o &quot;tuy&ecirc;̉n sinh&quot;", 'Thông báo "tuyển sinh"'],
  ["a &lt; b &unknown; c", "a < b &unknown; c"],
  ["Đảo chiều \u202egpj.exe", "Đảo chiều gpj.exe"],
  ["Mã &#0; và &#xD800; hỏng", "Mã và hỏng"],
])("%j reads as %j", (raw, words) => {
  expect(plainTitle(raw)).toBe(words);
});
