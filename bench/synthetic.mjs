// The page cache alone: a portal without database, one ordinary page and one of 55 kB. Needs a build (dist/server, or the
// folder in PORTAL_SERVER).
import { pathToFileURL } from "node:url";

const built = pathToFileURL(`${process.env.PORTAL_SERVER ?? "dist/server"}/`);
const { createHttp } = await import(new URL("http/server.js", built));
const { publicPage } = await import(new URL("http/public-page.js", built));
const { systemClock } = await import(new URL("kernel/clock.js", built));

const WORDS =
  "Trung tâm Giáo dục thường xuyên thông báo lịch khai giảng các lớp bồi dưỡng ngoại ngữ tin học năm học mới".split(
    " ",
  );

/** Words in an order that does not repeat, so that the page compresses as an article does. */
function text(length) {
  let [state, words] = [7, ""];
  while (words.length < length) {
    state = (state * 48271) % 2147483647;
    words += `${WORDS[state % WORDS.length]}${state % 97} `;
  }
  return `<!doctype html><html lang="vi"><head><title>Tin</title></head><body><p>${words}</p></body></html>`;
}

const app = await createHttp({
  official: "http://127.0.0.1:8080",
  loopback: true,
  clock: systemClock,
  secret: "chỉ dùng để đo, không phải bí mật thật",
});
publicPage(app, "/", {}, () => ({ body: text(12_000), tags: ["home"] }));
publicPage(app, "/lon", {}, () => ({ body: text(55_000), tags: ["home"] }));
publicPage(app, "/bai/:so", {}, ({ params }) => ({ body: text(12_000 + Number(params.so)), tags: ["home"] }));
publicPage(app, "/sitemap.xml", {}, () => ({
  type: "application/xml",
  body: Array.from({ length: 500 }, (_, so) => `<loc>http://127.0.0.1:8080/bai/${so}</loc>`).join("\n"),
  tags: ["home"],
}));
console.log(await app.listen({ host: "127.0.0.1", port: 0 }));
