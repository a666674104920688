import { sql } from "kysely";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { eachEngine, openTestPortal } from "../../test/support/portals.ts";
import { VIDEO_SRC } from "../media/addresses.ts";
import { readEmbed } from "./body/embeds.ts";
import { renderBody } from "./body/render.tsx";
import { checkBody } from "./body/schema.ts";
import { plainText } from "./body/text.ts";
import type { ArticleContent, BodyNode, Embed, Video } from "./content.ts";
import { diffContent } from "./content-diff.ts";
import { contentHash, normalizeContent } from "./content-hash.ts";
import { contentParts } from "./content-parts.ts";
import { sendingRefusals } from "./content-rules.ts";
import { doc, figure, hash, paragraph, sampleContent } from "./content-samples.ts";
import { filesOf, unknownFiles } from "./files.ts";

const VIDEO: Video = {
  file: hash("1"),
  mime: "video/mp4",
  size: 12_000,
  width: 640,
  height: 360,
  title: "Ngày hội đọc sách",
  author: "Trần Văn Minh",
  source: "Phòng Đào tạo",
  poster: { file: hash("2"), width: 800, height: 450 },
  captions: hash("3"),
  uncaptioned: "",
};
const EMBED: Embed = {
  url: "https://www.youtube.com/watch?v=abcdefghi_1",
  title: "Giới thiệu Trung tâm",
  author: "Lê Thị Hoa",
  source: "Kênh của Trung tâm",
};
const gallery: BodyNode = {
  type: "gallery",
  content: [figure({ file: hash("4"), caption: "Sân" }), figure({ file: hash("5"), caption: "Lớp" })],
};
const video = (changes: Partial<Video> = {}): BodyNode => ({ type: "video", attrs: { ...VIDEO, ...changes } });
const embed = (changes: Partial<Embed> = {}): BodyNode => ({ type: "embed", attrs: { ...EMBED, ...changes } });
const article = (...nodes: BodyNode[]): ArticleContent => ({ ...sampleContent, cover: null, body: doc(...nodes) });
const whole = article(paragraph("Mở đầu", "p"), gallery, video(), embed());
const FACTS = { origin: "unit", accountName: sampleContent.author } as const;
const codes = (content: ArticleContent) => sendingRefusals(content, FACTS).map(({ code }) => code);
let serial = 0;
const newId = () => {
  serial += 1;
  return `id${serial}`;
};

test("albums, videos and embedded videos pass the same check as every other block, and keep what they are", () => {
  const read = checkBody(whole.body, newId);
  expect(read.ok && read.value.content.map(({ type, attrs }) => [type, attrs?.id])).toEqual([
    ["paragraph", "p"],
    ["gallery", "id1"],
    ["video", "id2"],
    ["embed", "id3"],
  ]);
  expect(read.ok && contentHash({ ...whole, body: read.value })).toBe(contentHash(whole));
  expect(normalizeContent(normalizeContent(whole))).toEqual(normalizeContent(whole));
});

test.each<[string, BodyNode, string]>([
  ["an empty album", { type: "gallery" }, "Bố cục"],
  ["text in an album", { type: "gallery", content: [paragraph("chữ")] }, "Bố cục"],
  ["a video of another type", video({ mime: "video/quicktime" as Video["mime"] }), "Loại video"],
  ["a video that is no file of ours", video({ file: "https://example.com/a.mp4" }), "Tệp không hợp lệ"],
  ["captions that are an address", video({ captions: "javascript:alert(1)" }), "Tệp không hợp lệ"],
  ["another provider", embed({ url: "https://example.com/v/1" }), "Chỉ nhúng được video của YouTube hoặc Vimeo"],
  ["a script for an address", embed({ url: "javascript:alert(1)//youtube.com/watch?v=abcdefghi_1" }), "Chỉ nhúng"],
])("%s is refused with a sentence", (_, node, sentence) => {
  expect(checkBody(doc(node), newId)).toMatchObject({
    ok: false,
    error: { message: expect.stringContaining(sentence) },
  });
});

test.each([
  ["https://youtu.be/abcdefghi_1?si=theo-doi", "https://www.youtube.com/watch?v=abcdefghi_1"],
  ["https://m.youtube.com/watch?app=desktop&v=abcdefghi_1&t=4", "https://www.youtube.com/watch?v=abcdefghi_1"],
  ["https://www.youtube.com/shorts/abcdefghi_1", "https://www.youtube.com/watch?v=abcdefghi_1"],
  ["https://player.vimeo.com/video/76979871?h=a", "https://vimeo.com/76979871"],
  ["http://www.youtube.com/watch?v=abcdefghi_1", undefined],
  ["https://www.youtube.com.evil.vn/watch?v=abcdefghi_1", undefined],
  ["https://ai@www.youtube.com/watch?v=abcdefghi_1", undefined],
  ["https://www.youtube.com:8443/watch?v=abcdefghi_1", undefined],
  ["https://www.youtube.com/watch?v=abcdefghi_1%22onload=x", undefined],
  ["https://www.youtube.com/@trungtam", undefined],
])("the address %s leads to %s", (typed, page) => {
  expect(readEmbed(typed)?.page).toBe(page);
});

test("Đ6.k3, Đ13.k1.a: each lacks author, source, description, poster or captions by its own name", () => {
  expect(codes(whole)).toEqual([]);
  expect(codes(article(video({ title: "", author: "", source: "sưu tầm", poster: null, captions: null })))).toEqual([
    "videoTitleMissing",
    "videoAuthorMissing",
    "videoSourcePlaceholder",
    "videoPosterMissing",
    "videoCaptionsMissing",
  ]);
  expect(codes(article(video({ captions: null, uncaptioned: "video không có lời" })))).toEqual([]);
  expect(codes(article(embed({ title: "", source: "internet" })))).toEqual([
    "videoTitleMissing",
    "videoSourcePlaceholder",
  ]);
  const bare = { type: "gallery", content: [figure({ alt: "", author: "" })] };
  expect(codes(article(bare))).toEqual(["pictureAuthorMissing", "pictureAltMissing"]);
  expect(codes(article(video({ title: "MẬT" })))).toEqual(["secrecyMark"]);
});

test("Đ15.k2.b3: whatever is changed of a video, an album or their order, the approval is void and the change is shown", () => {
  const changed: readonly ArticleContent[] = [
    ...Object.entries({
      file: hash("9"),
      size: 1,
      width: 1,
      height: 1,
      title: "Tên khác",
      author: "Người khác",
      source: "Nơi khác",
      poster: null,
      captions: hash("8"),
    }).map(([key, value]) => article(paragraph("Mở đầu", "p"), gallery, video({ [key]: value }), embed())),
    article(paragraph("Mở đầu", "p"), gallery, video({ captions: null, uncaptioned: "không lời" }), embed()),
    article(paragraph("Mở đầu", "p"), gallery, video(), embed({ url: "https://vimeo.com/76979871" })),
    article(paragraph("Mở đầu", "p"), gallery, embed(), video()),
    article(paragraph("Mở đầu", "p"), { ...gallery, content: gallery.content!.toReversed() }, video(), embed()),
    article(paragraph("Mở đầu", "p"), ...gallery.content!, video(), embed()),
  ];
  for (const other of changed) {
    expect(contentHash(other)).not.toBe(contentHash(whole));
    const { hasChanges, blocks } = diffContent(whole, other);
    expect([hasChanges, blocks.some(({ change }) => change !== "same")]).toEqual([true, true]);
  }
});

test("their words are found, read for marks and counted as text, each once", () => {
  expect(plainText(whole.body)).toBe("Mở đầu\n\nSân\nLớp\n\nNgày hội đọc sách\n\nGiới thiệu Trung tâm");
  const places = contentParts(whole).map(({ place }) => place);
  expect(places).toContain("Video 1: “Ngày hội đọc sách”, tác giả");
  expect(places).toContain("Ảnh 2: “Lớp”, chú thích");
  expect(new Set(places).size).toBe(places.length);
});

test("their files are the article's, and must be what was received", () => {
  expect(filesOf(whole).slice(0, 5)).toEqual([hash("4"), hash("5"), hash("1"), hash("2"), hash("3")]);
  const row = (digit: string, kind: string, more: object = {}) => ({
    ...{ hash: hash(digit), kind, mime: "x/y", size: 1, width: null, height: null },
    ...more,
  });
  const received = [
    row("1", "video", { mime: "video/mp4", size: 12_000, width: 640, height: 360 }),
    row("2", "picture", { width: 800, height: 450 }),
    row("3", "captions"),
  ];
  const alone = { ...article(video()), attachments: [] };
  expect(unknownFiles(alone, received)).toEqual([]);
  expect(unknownFiles(alone, [{ ...received[0]!, width: 641 }, ...received.slice(1)])).toEqual([hash("1")]);
  expect(unknownFiles(alone, [...received.slice(0, 2), row("3", "attachment")])).toEqual([hash("3")]);
  expect(unknownFiles(alone, received.toSpliced(1, 1))).toEqual([hash("2")]);
});

test("what is shown holds no address of a provider but links, unless the centre allows its frame", () => {
  const media = { pictureSrc: ({ file }: { file: string }) => ({ src: `/anh/${file}` }), videoSrc: VIDEO_SRC };
  const shut = renderToString(renderBody(whole.body, media));
  expect(shut).not.toContain("<iframe");
  expect(shut.match(/https:\/\/[^"& ]+/g)).toEqual(["https://www.youtube.com/watch?v=abcdefghi_1"]);
  expect(shut).toContain('preload="none"');
  const open = renderToString(renderBody(whole.body, { ...media, frames: { allowed: ["youtube"], css: "/a.css" } }));
  expect(open).toContain("<iframe");
  expect(open).not.toMatch(/<iframe[^>]* src=/);
  const quoted = embed({ title: `"><script>alert(1)</script>` });
  const attacked = renderToString(
    renderBody(doc(quoted, video({ title: `"><script>` })), {
      ...media,
      frames: { allowed: ["youtube"], css: "/a.css" },
    }),
  );
  expect(attacked).not.toContain("<script");
  expect(attacked.match(/srcdoc="([^"]*)"/)?.[1]).not.toContain("&lt;script");
});

eachEngine("the store", (engine) => {
  test("the database knows videos and captions, and no other new kind; its indexes find the articles", async () => {
    const { portal, close } = await openTestPortal(engine);
    const { db } = portal;
    const file = (digit: string, kind: string, width: number | null) =>
      sql`insert into file (hash, mime, size, width, height, original_name, kind, uploaded_by, uploaded_at)
      values (${hash(digit)}, 'video/mp4', 1, ${width}, ${width}, 'a', ${kind}, 'lan', '2026-11-24T01:00:00.000Z')`;
    await portal.database.transact(async (tx) => {
      await file("1", "video", 640).execute(tx);
      await file("2", "captions", null).execute(tx);
    });
    for (const wrong of [file("3", "program", null), file("4", "video", null), file("5", "captions", 5)]) {
      await expect(portal.database.transact((tx) => wrong.execute(tx))).rejects.toThrow(/check/i);
    }
    const indexes = await sql<{ name: string }>`${sql.raw(
      engine === "sqlite"
        ? "select name from sqlite_master where type = 'index' and tbl_name = 'published_article'"
        : "select indexname as name from pg_indexes where tablename = 'published_article'",
    )}`.execute(db);
    expect(indexes.rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["published_pictures", "published_videos", "published_media"]),
    );
    await close();
  });
});
