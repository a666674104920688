import { createServer, type IncomingHttpHeaders, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Receiver {
  readonly address: string;
  readonly received: Received[];
  /** What it answers from now on; 204 at first. */
  answer(listener: RequestListener): void;
  close(): Promise<void>;
}

/** A machine of somebody else's, on this one: real HTTP, keeps what it was sent. */
export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  let listener: RequestListener = (_, response) => void response.writeHead(204).end();
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request
      .on("data", (part: Buffer) => parts.push(part))
      .on("end", () => {
        received.push({ path: request.url ?? "", headers: request.headers, body: Buffer.concat(parts).toString() });
        listener(request, response);
      });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (next) => {
      listener = next;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
