import { when } from "./dom.ts";
import { asContent, fieldValue, readValues, sayTheSame, type Values } from "./form-values.ts";
import type { Keeper } from "./kept.ts";
import { sendJson } from "./send.ts";
import type { Autosaved, Presence } from "./wire.ts";

const AFTER_TYPING_MS = 2_000;
const KEEP_MS = 300;
const TRY_AGAIN_MS = 10_000;

interface Autosave {
  readonly form: HTMLFormElement;
  readonly url: string;
  readonly csrf: string;
  readonly keeper: Keeper;
  /** The values on screen are not on the server yet (the form came back with errors). */
  readonly unsaved: boolean;
  /** Shows the state in one line; `trouble` when nothing is being kept by the server. */
  readonly say: (text: string, trouble?: boolean) => void;
  readonly onPresence: (presence: Presence) => void;
}

/**
 * Keeps what is typed on the server two seconds after the last change and whenever the page is left, and in
 * the browser until the server has acknowledged it. Never changes the article's state or its saved version:
 * the server keeps it aside, with the version it was based on.
 */
export function keepSaving({ form, url, csrf, keeper, unsaved, say, onPresence }: Autosave): void {
  let acknowledged: Values | null = unsaved ? null : readValues(form);
  let leaving = false;
  let sending: { readonly values: Values; readonly abort: AbortController } | null = null;
  let timer = 0;
  let keepTimer = 0;

  const isSaved = (values: Values) => acknowledged !== null && sayTheSame(acknowledged, values);

  function later(ms: number): void {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void save(), ms);
  }

  function keep(): void {
    window.clearTimeout(keepTimer);
    const values = readValues(form);
    if (isSaved(values)) keeper.forget();
    else keeper.keep(values);
  }

  async function save(outliving = false): Promise<void> {
    window.clearTimeout(timer);
    const values = readValues(form);
    if (leaving || isSaved(values)) return;
    if (sending && sayTheSame(sending.values, values)) return;
    if (sending && !outliving) return later(AFTER_TYPING_MS);
    const own = { values, abort: new AbortController() };
    sending = own;
    const content = { ...asContent(values), baseVersion: fieldValue(form, "baseVersion") };
    const posted = await sendJson<Autosaved>(url, csrf, content, { outliving, signal: own.abort.signal });
    if (sending === own) sending = null;
    if (leaving) return;

    if (posted.kind === "answered") {
      acknowledged = values;
      keep();
      say(`Đã lưu tạm lúc ${when(posted.value.savedAt)}`);
      onPresence(posted.value);
      if (!isSaved(readValues(form))) later(AFTER_TYPING_MS);
    } else if (posted.kind === "unreachable") {
      say("Mất kết nối, bản gõ được giữ trong máy này", true);
      later(TRY_AGAIN_MS);
    } else {
      say(`Chưa lưu tạm được, bản gõ được giữ trong máy này. ${posted.message}`, true);
    }
  }

  function changed(): void {
    if (isSaved(readValues(form))) {
      keep();
      return;
    }
    window.clearTimeout(keepTimer);
    keepTimer = window.setTimeout(keep, KEEP_MS);
    later(AFTER_TYPING_MS);
  }

  function left(): void {
    if (leaving) return;
    keep();
    void save(true);
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    keep();
    leaving = true;
    sending?.abort.abort();
  });
  window.addEventListener("online", () => void save());
  window.addEventListener("pagehide", left);
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") left();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && !isSaved(readValues(form))) event.preventDefault();
  });

  if (unsaved) changed();
}
