import type { SaidNo } from "./wire.ts";

const OFFLINE: SaidNo = { ok: false, message: "Không kết nối được với cổng. Hãy kiểm tra mạng rồi thử lại." };

/** Sends one file. Comes back with the server's answer, or with a sentence that says why not; never throws. */
export async function sendFile<T extends { readonly ok: true }>(
  url: string,
  csrf: string,
  file: File,
  fields: Readonly<Record<string, string>> = {},
): Promise<T | SaidNo> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append("file", file, file.name);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "x-csrf": csrf, accept: "application/json" },
      body,
    });
    const answer = await readJson<T | SaidNo>(response);
    if (answer) return answer.ok ? answer : { ok: false, message: answer.message || troubleWith(response.status) };
    return { ok: false, message: troubleWith(response.status) };
  } catch {
    return OFFLINE;
  }
}

/**
 * Sends one large file and tells how far it came, from 0 to 1. `signal` gives it up; the answer is then a sentence too.
 */
export function sendLargeFile<T extends { readonly ok: true }>(
  url: string,
  csrf: string,
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<T | SaidNo> {
  const { promise, resolve } = Promise.withResolvers<T | SaidNo>();
  const request = new XMLHttpRequest();
  const body = new FormData();
  body.append("file", file, file.name);
  request.open("POST", url);
  request.setRequestHeader("x-csrf", csrf);
  request.setRequestHeader("accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
  request.addEventListener("load", () => {
    const answer = request.response as T | SaidNo | null;
    resolve(answer?.ok ? answer : { ok: false, message: answer?.message || troubleWith(request.status) });
  });
  request.addEventListener("error", () => resolve(OFFLINE));
  request.addEventListener("abort", () => resolve({ ok: false, message: "Đã dừng tải lên." }));
  signal.addEventListener("abort", () => request.abort());
  request.send(body);
  return promise;
}

/** The answer to a JSON post: what came back, a refusal to keep, or "no connection" (worth trying again). */
export type Posted<T> =
  | { readonly kind: "answered"; readonly value: T }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "unreachable" };

/** The browser's own limit for requests that may outlive the page. */
const KEEPALIVE_BYTES = 60_000;

/** Posts a value as JSON; with `outliving`, the request may finish after the page is gone (small values only). */
export async function sendJson<T>(
  url: string,
  csrf: string,
  value: unknown,
  { outliving = false, signal }: { outliving?: boolean; signal?: AbortSignal } = {},
): Promise<Posted<T>> {
  const body = new Blob([JSON.stringify(value)], { type: "application/json" });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "x-csrf": csrf, accept: "application/json", "content-type": "application/json" },
      body,
      keepalive: outliving && body.size < KEEPALIVE_BYTES,
      ...(signal ? { signal } : {}),
    });
    const answer = await readJson<T & { readonly message?: string }>(response);
    if (response.ok && answer) return { kind: "answered", value: answer };
    if (response.status >= 500) return { kind: "unreachable" };
    return { kind: "refused", message: answer?.message ?? troubleWith(response.status) };
  } catch {
    return { kind: "unreachable" };
  }
}

async function readJson<T>(response: Response): Promise<T | null> {
  if (!response.headers.get("content-type")?.includes("json")) return null;
  try {
    return (await response.json()) as T;
  } catch {
    return null;
  }
}

function troubleWith(status: number): string {
  if (status === 401 || status === 403) return "Phiên làm việc đã hết. Hãy đăng nhập lại ở một thẻ khác rồi thử lại.";
  if (status === 413) return "Tệp quá lớn. Hãy giảm dung lượng rồi tải lại.";
  return "Cổng chưa nhận được. Hãy thử lại sau ít phút.";
}
