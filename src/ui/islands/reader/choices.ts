/** Where the browser remembers the choices; never sent to anybody, and no cookie. */
const KEY = "cach-doc";
const LARGEST = 4;
const SMALLEST = -1;

interface Choices {
  /** Steps of the size of letters; 0 as the browser has it. */
  text: number;
  /** `light`, `dark`, `contrast`; empty: as the machine has it. */
  theme: string;
}

let choices: Choices = { text: 0, theme: "" };

/** Dresses the page as it was chosen last, before it is painted. */
export function applyChoices(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    choices = { ...choices, ...(kept as Partial<Choices>) };
  } catch {
    // A browser that keeps nothing: the page stays as it is made.
  }
  dress();
}

function dress(): void {
  const { dataset } = document.documentElement;
  dataset.script = "";
  set(dataset, "text", choices.text === 0 ? "" : String(choices.text));
  set(dataset, "theme", choices.theme);
}

function set(dataset: DOMStringMap, name: string, value: string): void {
  if (value === "") delete dataset[name];
  else dataset[name] = value;
}

/** Makes the buttons of the bar work. */
export function offerChoices(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-letters]")) {
    const step = Number(button.dataset.letters);
    button.addEventListener("click", () => {
      const text = step === 0 ? 0 : Math.min(LARGEST, Math.max(SMALLEST, choices.text + step));
      choose({ ...choices, text });
    });
  }
  const colours = document.querySelector<HTMLSelectElement>("[data-colours]");
  if (!colours) return;
  colours.value = choices.theme;
  colours.addEventListener("change", () => choose({ ...choices, theme: colours.value }));
}

function choose(next: Choices): void {
  choices = next;
  dress();
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // Good for this page only.
  }
}
