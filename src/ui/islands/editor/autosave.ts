import { when } from "./dom.ts";
import { asContent, fieldValue, readValues, sayTheSame, type Values } from "./form-values.ts";
import type { Keeper } from "./kept.ts";
import { sendJson } from "./send.ts";
import type { Autosaved, Presence } from "./wire.ts";

const AFTER_TYPING_MS = 2_000;
const KEEP_MS = 300;
const TRY_AGAIN_MS = 10_000;
/** How long the save button waits for the last words to be acknowledged before it sends the form anyway. */
const BEFORE_SUBMIT_MS = 3_000;

interface Autosave {
  readonly form: HTMLFormElement;
  readonly url: string;
  readonly csrf: string;
  readonly keeper: Keeper;
  /** The values on screen are not on the server yet (the form came back with errors). */
  readonly unsaved: boolean;
  /** Sends away what was typed: nothing of it may be kept after that. */
  readonly discardForm: HTMLFormElement | null;
  /** Shows the state in one line; `trouble` when nothing is being kept by the server. */
  readonly say: (text: string, trouble?: boolean) => void;
  readonly onPresence: (presence: Presence) => void;
}

interface Sending {
  readonly values: Values;
  readonly abort: AbortController;
  readonly done: Promise<void>;
}

/**
 * Keeps what is typed on the server two seconds after the last change and whenever the page is left, and in
 * the browser until the server has acknowledged it. Never changes the article's state or its saved version:
 * the server keeps it aside, with the version it was based on.
 */
export function keepSaving({ form, url, csrf, keeper, unsaved, discardForm, say, onPresence }: Autosave): void {
  let acknowledged: Values | null = unsaved ? null : readValues(form);
  let leaving = false;
  let submitting = false;
  let sending: Sending | null = null;
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

  /** Sends what is on the page unless the server has it or is just getting it; never rejects. */
  function save(outliving = false): Promise<void> {
    window.clearTimeout(timer);
    const values = readValues(form);
    if (leaving || isSaved(values)) return Promise.resolve();
    if (sending && sayTheSame(sending.values, values)) return sending.done;
    if (sending && !outliving) return sending.done.then(() => save());
    const abort = new AbortController();
    const done = send(values, abort.signal, outliving).finally(() => {
      if (sending?.abort === abort) sending = null;
    });
    sending = { values, abort, done };
    return done;
  }

  async function send(values: Values, signal: AbortSignal, outliving: boolean): Promise<void> {
    const content = { ...asContent(values), baseVersion: fieldValue(form, "baseVersion") };
    const posted = await sendJson<Autosaved>(url, csrf, content, { outliving, signal });
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
    if (leaving || isSaved(readValues(form))) {
      leaving = true;
      sending?.abort.abort();
      return;
    }
    // The last words go ahead, so that nothing is left in this browser when the form has been saved.
    event.preventDefault();
    if (submitting) return;
    submitting = true;
    keep();
    const waited = new Promise((resolve) => window.setTimeout(resolve, BEFORE_SUBMIT_MS));
    void Promise.race([save(), waited]).then(() => {
      leaving = true;
      form.requestSubmit(event.submitter);
    });
  });
  discardForm?.addEventListener("submit", () => {
    leaving = true;
    sending?.abort.abort();
    window.clearTimeout(keepTimer);
    keeper.forget();
  });
  window.addEventListener("online", () => void save());
  window.addEventListener("pagehide", left);
  window.addEventListener("pageshow", () => {
    leaving = false;
    submitting = false;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") left();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && !isSaved(readValues(form))) event.preventDefault();
  });

  if (unsaved) changed();
}
