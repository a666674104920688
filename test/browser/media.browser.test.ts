import { request } from "node:http";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { videos } from "../../src/newsroom/body/text.ts";
import { SAMPLE_CAPTIONS, sampleVideo } from "../../src/sample/sample-video.ts";
import { DESKTOP, PHONE } from "../support/browser.ts";
import { ALL_POINTS } from "../support/newsroom.ts";
import { type Cast, openCast, sees } from "./cast.ts";

const YOUTUBE = "https://www.youtube-nocookie.com";

let cast: Cast;
let edition: string;
let address: string;

beforeAll(async () => {
  cast = await openCast("sqlite");
  edition = await cast.newsroom.write();
});

afterAll(() => cast?.close());
afterEach(() => expect(cast.complaints()).toEqual([]));

const png = (background: string, name: string) =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer()
    .then((buffer) => ({ name, mimeType: "image/png", buffer }));

test("Đ6.k3: Mai puts an album, a video and an embedded video into her article, each with author and source", async () => {
  const page = await cast.call("Mai", DESKTOP);
  await page.goto(`/ban-bien-tap/bai/${edition}/sua`);
  const dialog = page.getByRole("dialog");
  const tool = (name: string) => page.getByRole("toolbar").getByRole("button", { name }).click();

  const toTheEndOfTheText = async () => {
    await page.locator(".editor-text > p").last().click();
    await page.keyboard.press("Control+End");
  };

  await toTheEndOfTheText();
  await tool("Thêm bộ ảnh");
  const pictures = await Promise.all([
    png("#8a3324", "san.png"),
    png("#2f5d3a", "lop.png"),
    png("#24506b", "cong.png"),
  ]);
  await dialog.getByLabel("Tệp ảnh").setInputFiles(pictures);
  await dialog.getByText("Bộ ảnh có 3 ảnh.").waitFor();
  for (const [index, alt] of ["Sân trường", "Lớp học", "Cổng trường"].entries()) {
    await dialog.getByLabel("Mô tả ảnh").nth(index).fill(alt);
  }
  await dialog.getByLabel("Chú thích").first().fill("Buổi sáng ở sân trường");
  await dialog.getByLabel("Tác giả ảnh").fill("Nguyễn Thị Mai");
  await dialog.getByRole("button", { name: "Đưa bộ ảnh vào bài" }).click();
  await dialog.getByText("Hãy ghi nguồn ảnh.").waitFor();
  await dialog.getByLabel("Nguồn ảnh").fill("Phòng Đào tạo");
  await cast.look(page, "media-bo-anh");
  await dialog.getByRole("button", { name: "Đưa bộ ảnh vào bài" }).click();
  await page.getByText("Bộ ảnh, 3 ảnh").waitFor();

  await toTheEndOfTheText();
  await tool("Thêm video");
  const video = { mimeType: "video/mp4", buffer: Buffer.from(sampleVideo()) };
  await dialog.getByLabel("Tệp video").setInputFiles({ ...video, name: "phim.webm" });
  await dialog.getByText("Tên tệp ghi “.webm” nhưng nội dung là MP4.").waitFor();
  await dialog.getByLabel("Tệp video").setInputFiles({ ...video, name: "phim.mp4" });
  await dialog.getByText("Đã nhận video phim.mp4.").waitFor();
  await dialog.getByLabel("Tên video").fill("Một buổi sáng");
  await dialog.getByLabel("Ảnh chờ").setInputFiles(await png("#555555", "cho.png"));
  await dialog.getByRole("img", { name: "Ảnh chờ đã chọn" }).waitFor();
  await dialog.getByLabel("Tác giả video").fill("Nguyễn Thị Mai");
  await dialog.getByLabel("Nguồn video").fill("Phòng Đào tạo");
  await dialog.getByRole("button", { name: "Đưa video vào bài" }).click();
  await dialog.getByText("Hãy chọn tệp phụ đề, hoặc ghi lý do không có.").waitFor();
  const captions = { name: "phim.vtt", mimeType: "text/vtt", buffer: Buffer.from(SAMPLE_CAPTIONS) };
  await dialog.getByLabel("Tệp phụ đề").setInputFiles(captions);
  await dialog.getByText("Đã nhận phụ đề, 2 lời.").waitFor();
  await cast.look(page, "media-video");
  await dialog.getByRole("button", { name: "Đưa video vào bài" }).click();
  await page.getByText("Có phụ đề").waitFor();

  await toTheEndOfTheText();
  await tool("Nhúng video từ nơi khác");
  await dialog.getByLabel("Địa chỉ video").fill("https://example.com/phim");
  await dialog.getByLabel("Tên video").fill("Giới thiệu Trung tâm");
  await dialog.getByLabel("Tác giả video").fill("Trung tâm GDTX");
  await dialog.getByLabel("Nguồn video").fill("Kênh của Trung tâm");
  await dialog.getByRole("button", { name: "Đưa video vào bài" }).click();
  await dialog.getByText("Hãy dán địa chỉ một video của YouTube hoặc Vimeo.").waitFor();
  await dialog.getByLabel("Địa chỉ video").fill("https://youtu.be/abcdefghi_1?si=theo-doi");
  await dialog.getByRole("button", { name: "Đưa video vào bài" }).click();
  await page.getByText("https://www.youtube.com/watch?v=abcdefghi_1").waitFor();
  await cast.look(page, "media-soan-thao");
  await page.getByRole("button", { name: "Lưu bài" }).click();
  await sees(page, "Đã lưu bản mới.");
  await cast.look(page, "media-trang-bai");
  const { content } = await cast.newsroom.load(edition);
  const media = content.body.content.map(({ type }) => type).filter((type) => type !== "paragraph");
  expect(media).toEqual(["gallery", "video", "embed"]);
});

test("Đ15.k2: before it is published nobody outside reaches its files; after the four steps everybody does", async () => {
  const { newsroom } = cast;
  const { content } = await newsroom.load(edition);
  const [{ video } = {}] = videos(content.body);
  const files = [`/video/${video?.file}.mp4`, `/phu-de/${video?.captions}.vtt`];
  const reader = await cast.reader(PHONE);
  const status = () => Promise.all(files.map(async (path) => (await reader.request.get(path)).status()));
  expect(await status()).toEqual([404, 404]);

  const lan = newsroom.who("Lan", "SECRETARY");
  const checked = ALL_POINTS;
  await newsroom.move(edition, newsroom.who("Mai"), { act: "sendToHead" });
  await newsroom.move(edition, newsroom.who("Hoa"), { act: "approveInUnit", addressee: "SECRETARY" });
  await newsroom.move(edition, lan, { act: "claim" });
  await newsroom.move(edition, lan, { act: "forward", checked });
  await newsroom.move(edition, newsroom.who("Minh", "CHIEF"), { act: "approve", checked });
  await newsroom.move(edition, lan, { act: "publish" });
  expect(await status()).toEqual([200, 200]);
  const row = await newsroom.portal.db.selectFrom("published_article").select("slug").executeTakeFirstOrThrow();
  address = `/bai-viet/${row.slug}`;
  const part = await reader.request.get(files[0]!, { headers: { range: "bytes=4-7" } });
  expect([part.status(), await part.text()]).toEqual([206, "ftyp"]);
  await reader.context().close();
});

test("two gigabytes are refused before they are sent: the answer comes to the head of the request", async () => {
  const draft = await cast.newsroom.write("Bản nháp khác.");
  const page = await cast.call("Mai");
  await page.goto(`/ban-bien-tap/bai/${draft}/sua`);
  const token = await page.locator("form[data-article] input[name=csrf]").inputValue();
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number | undefined; text: string }>();
  const sending = request(`${cast.stage.server.address}/ban-bien-tap/bai/${draft}/video`, {
    method: "POST",
    agent: false,
    headers: {
      cookie,
      "x-csrf": token,
      origin: cast.stage.server.address,
      "content-type": "multipart/form-data; boundary=ranh",
      "content-length": String(2 * 1024 ** 3),
    },
  });
  sending.on("error", reject);
  sending.on("response", async (response) => {
    let text = "";
    for await (const chunk of response) text += chunk;
    resolve({ status: response.statusCode, text });
  });
  sending.write('--ranh\r\ncontent-disposition: form-data; name="file"; filename="phim.mp4"\r\n\r\n');
  expect(await promise).toMatchObject({ status: 413, text: expect.stringContaining("Video nặng quá mức 300 MB") });
  sending.destroy();
});

test("on a phone the album opens picture by picture, by touch and by keyboard, and the video plays with captions", async () => {
  const reader = await cast.reader(PHONE);
  await reader.goto(address);
  await cast.look(reader, "media-bai-viet");
  const first = reader.getByRole("link", { name: "Xem ảnh lớn 1: Sân trường" });
  await first.click();
  const box = reader.getByRole("dialog");
  await box.getByText("1/3. Buổi sáng ở sân trường").waitFor();
  await reader.keyboard.press("ArrowRight");
  await box.getByRole("img", { name: "Lớp học" }).waitFor();
  await cast.look(reader, "media-anh-lon");
  await reader.keyboard.press("ArrowLeft");
  await reader.keyboard.press("Escape");
  await box.waitFor({ state: "detached" });
  expect(await first.evaluate((link) => document.activeElement === link)).toBe(true);

  const played = await reader.locator("video").evaluate(async (video: HTMLVideoElement) => {
    const before = video.networkState;
    video.muted = true;
    await video.play();
    return { before, width: video.videoWidth, cues: video.textTracks[0]?.cues?.length ?? 0 };
  });
  // 0: nothing was fetched before the reader asked.
  expect(played).toMatchObject({ before: expect.toSatisfy((state: number) => state !== 2), width: 640 });
  await expect
    .poll(() => reader.locator("video").evaluate((video: HTMLVideoElement) => video.textTracks[0]?.cues?.length ?? 0))
    .toBe(2);
  await reader.goto("/thu-vien?loai=anh");
  await cast.look(reader, "media-thu-vien");
  await reader.getByRole("link", { name: "Khai giảng lớp bổ túc trung học" }).click();
  await reader.waitForURL(`**${address}`);
  await reader.context().close();
});

test("nothing is asked of the provider before the click, and only that page may show its frame", async () => {
  const reader = await cast.stage.visit(PHONE);
  const asked: string[] = [];
  await reader.context().route(`${YOUTUBE}/**`, (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<p>phim</p>" });
  });
  const answer = await reader.goto(address);
  expect(answer?.headers()["content-security-policy"]).toContain(`frame-src ${YOUTUBE}`);
  const frame = reader.frameLocator("iframe.embed-frame");
  await frame.getByRole("link", { name: "Bấm để xem video “Giới thiệu Trung tâm”" }).waitFor();
  await reader.waitForLoadState("networkidle");
  expect(asked).toEqual([]);
  await frame.getByRole("link").click();
  await frame.getByText("phim").waitFor();
  expect(asked).toEqual([`${YOUTUBE}/embed/abcdefghi_1?autoplay=1&hl=vi`]);
  for (const path of ["/", "/thu-vien", `${address}?in=1`]) {
    expect((await reader.request.get(path)).headers()["content-security-policy"]).not.toContain("frame-src");
  }
  await reader.context().close();
});

test("without script the pictures are links, the videos have the browser's own controls, and paper shows no frame", async () => {
  const plain = await cast.reader(PHONE, { javaScriptEnabled: false });
  await plain.goto(address);
  await opensTheLargePicture(plain);
  await plain.goto(`${address}?in=1`);
  expect(await plain.locator("iframe").count()).toBe(0);
  await plain.getByRole("link", { name: "Xem trên YouTube" }).waitFor();
  await plain.context().close();
});

async function opensTheLargePicture(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Xem ảnh lớn 2: Lớp học" }).click();
  await page.waitForURL(/\/anh\/[0-9a-f]{64}-960\.jpg$/);
}
