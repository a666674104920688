/** What is read, in the order of the page; what holds another of these is read by its parts. */
const PARTS = "h1,h2,h3,h4,p,li,dt,dd,caption,th,td,figcaption";
const NOT_READ = "nav,form,aside,[hidden],[aria-hidden=true],.paper-only";

/**
 * Reads the page aloud with a Vietnamese voice of the browser itself. Where there is none nothing is offered. A pause goes
 * back to the beginning of its paragraph: phones cannot stop inside one.
 */
export function offerReading(): void {
  const start = document.querySelector<HTMLButtonElement>("[data-aloud=start]");
  const stop = document.querySelector<HTMLButtonElement>("[data-aloud=stop]");
  const voices = globalThis.speechSynthesis;
  if (!start || !stop || !voices || document.documentElement.lang !== "vi") return;

  let voice: SpeechSynthesisVoice | undefined;
  let parts: HTMLElement[] = [];
  let at = 0;
  /** Grows with every start and stop: an end that comes after it is not followed by the next part. */
  let turn = 0;

  const find = () => {
    const vietnamese = voices.getVoices().filter(({ lang }) => /^vi\b/i.test(lang.replace("_", "-")));
    voice = vietnamese.find(({ localService }) => localService) ?? vietnamese[0];
    start.hidden = voice === undefined;
  };
  const label = (text: string) => {
    start.lastElementChild!.textContent = text;
  };

  const halt = () => {
    turn += 1;
    voices.cancel();
    parts[at]?.removeAttribute("data-read");
  };
  const finish = () => {
    halt();
    at = 0;
    parts = [];
    stop.hidden = true;
    label("Nghe");
  };
  const say = (index: number) => {
    const part = parts[index];
    if (!part || !voice) return finish();
    at = index;
    turn += 1;
    const mine = turn;
    const words = new SpeechSynthesisUtterance(wordsOf(part));
    words.voice = voice;
    words.lang = voice.lang;
    words.onend = words.onerror = () => {
      if (mine !== turn) return;
      part.removeAttribute("data-read");
      say(index + 1);
    };
    part.setAttribute("data-read", "");
    part.scrollIntoView({ block: "nearest" });
    voices.speak(words);
  };

  let reading = false;
  start.addEventListener("click", () => {
    reading = !reading || stop.hidden === true;
    if (!reading) {
      halt();
      label("Nghe tiếp");
      return;
    }
    if (stop.hidden) parts = readable();
    stop.hidden = false;
    label("Tạm dừng");
    say(at);
  });
  stop.addEventListener("click", () => {
    reading = false;
    finish();
    start.focus();
  });
  addEventListener("pagehide", halt);
  voices.addEventListener?.("voiceschanged", find);
  find();
}

/** As it is seen: what a width hides is not said. */
// biome-ignore lint/performance/useDomNodeTextContent: it has hidden words too
const wordsOf = (part: HTMLElement): string => part.innerText.trim();

function readable(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`main :is(${PARTS})`)].filter(
    (part) => !part.querySelector(PARTS) && !part.closest(NOT_READ) && wordsOf(part) !== "",
  );
}
