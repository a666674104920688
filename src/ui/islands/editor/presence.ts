import { el, when } from "./dom.ts";
import { sendJson } from "./send.ts";
import type { Presence } from "./wire.ts";

const EVERY_MS = 20_000;

/** Says, calmly, who else is writing and whether a newer version was saved meanwhile. Silent when neither. */
export function presenceNotice(place: HTMLElement, baseVersion: string): (presence: Presence) => void {
  let shown = "";
  return ({ others = [], version }) => {
    const lines = others.map(({ name, since }) => `${name} đang mở bài này từ ${when(since)}.`);
    const newer = version !== undefined && String(version) !== baseVersion;
    if (newer)
      lines.push(
        "Trong lúc bạn viết, đã có bản mới hơn được lưu. Phần bạn gõ được giữ riêng, không ghi đè lên bản đó; khi bạn lưu, cổng sẽ cho xem cả hai bản.",
      );
    else if (others.length > 0)
      lines.push("Nên trao đổi với nhau trước khi lưu. Phần gõ của mỗi người được giữ riêng.");
    if (lines.join() === shown) return;
    shown = lines.join();
    place.hidden = lines.length === 0;
    place.replaceChildren(...lines.map((text) => el("p", {}, text)));
  };
}

/** Tells the server that this person is writing, and learns who else is; only while the page is looked at. */
export function watchOthers(url: string, csrf: string, baseVersion: string, show: (presence: Presence) => void): void {
  let timer = 0;
  async function look(): Promise<void> {
    window.clearTimeout(timer);
    if (document.visibilityState !== "visible") return;
    const posted = await sendJson<Presence>(url, csrf, { baseVersion });
    if (posted.kind === "answered") show(posted.value);
    timer = window.setTimeout(() => void look(), EVERY_MS);
  }
  document.addEventListener("visibilitychange", () => void look());
  void look();
}
