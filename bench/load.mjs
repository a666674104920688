// Keep-alive connections that ask for one address over and over. Written for this measurement because a general tool
// (autocannon) turns each body into text: for compressed pages it then takes ten times as long as the server and measures
// itself. Every answer must have the status and the very length of the first one, or the round fails.
import { connect } from "node:net";

/** Loads `address` for some seconds; comes back with the number of answers, the time taken and the 99th percentile. */
export async function load(address, headers, { seconds, connections }) {
  const { hostname, port, pathname, search, host } = new URL(address);
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${lines.join("")}\r\n`);
  const expected = await firstAnswer(hostname, port, request);

  const latencies = [];
  const began = performance.now();
  const until = began + seconds * 1000;
  const one = () => keepAsking(hostname, port, request, expected, until, latencies);
  await Promise.all(Array.from({ length: connections }, one));
  const duration = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  return { answers: latencies.length, duration, p99: latencies[Math.floor(latencies.length * 0.99)] };
}

/** The status line and the length in bytes of an answer, from its Content-Length or its having no body. */
function firstAnswer(host, port, request) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const socket = connect({ host, port }, () => socket.write(request));
  let heard = Buffer.alloc(0);
  socket.on("error", reject).on("data", (chunk) => {
    heard = Buffer.concat([heard, chunk]);
    const end = heard.indexOf("\r\n\r\n");
    if (end === -1) return;
    const head = heard.toString("latin1", 0, end);
    const body = /^HTTP\/1\.1 304/.test(head) ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1]);
    const length = end + 4 + body;
    if (heard.length < length) return;
    socket.destroy();
    resolve({ status: heard.toString("latin1", 0, 12), length });
  });
  return promise;
}

function keepAsking(host, port, request, { status, length }, until, latencies) {
  const { promise, resolve, reject } = Promise.withResolvers();
  let [missing, asked] = [length, 0];
  const ask = () => {
    [missing, asked] = [length, performance.now()];
    socket.write(request);
  };
  const buffer = Buffer.alloc(128 * 1024);
  const socket = connect({
    host,
    port,
    noDelay: true,
    onread: {
      buffer,
      callback: (count) => {
        if (missing === length && buffer.latin1Slice(0, 12) !== status) {
          socket.destroy(new Error(`Expected ${status}, got ${buffer.latin1Slice(0, 12)}`));
          return true;
        }
        missing -= count;
        if (missing > 0) return true;
        if (missing < 0) {
          socket.destroy(new Error(`An answer was ${-missing} bytes longer than the first`));
          return true;
        }
        const now = performance.now();
        latencies.push(now - asked);
        if (now < until) ask();
        else socket.destroy();
        return true;
      },
    },
  });
  socket.on("connect", ask).on("error", reject).on("close", resolve);
  return promise;
}
