// The measure of all things: node:http sending recorded answers, with no choice to make.
// Usage: node bench/bare.mjs <file with recorded answers>; prints its address when it listens.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const recorded = JSON.parse(readFileSync(process.argv[2], "utf8"));
const answers = new Map(
  recorded.map(({ path, headers, body, unchanged }) => [
    path,
    { headers, body: Buffer.from(body, "base64"), unchanged },
  ]),
);

const server = createServer((request, response) => {
  const answer = answers.get(request.url);
  if (request.headers["if-none-match"] !== undefined) {
    response.writeHead(304, answer.unchanged);
    response.end();
    return;
  }
  response.writeHead(200, answer.headers);
  response.end(answer.body);
});
server.keepAliveTimeout = 72_000;
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
