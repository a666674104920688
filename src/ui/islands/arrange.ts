/**
 * Lists a person puts in order: `form[data-arrange]` holds `[data-arrange-list]` of rows. The order sent is the order of
 * the rows, so moving a row is all there is to do. Without this script each move is a round to the server.
 */

const form = document.querySelector<HTMLFormElement>("form[data-arrange]");
const said = form?.querySelector<HTMLElement>("[data-arrange-said]");

/** For whoever does not see the list: where the row stands now. */
function tell(row: HTMLElement): void {
  const rows = [...(row.parentElement?.children ?? [])];
  if (said) said.textContent = `${row.dataset.name ?? ""}: vị trí ${rows.indexOf(row) + 1} trên ${rows.length}.`;
}

function step(row: HTMLElement, by: number): void {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (by < 0) other?.before(row);
  else other?.after(row);
  tell(row);
}

form?.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-arrange-by]") : null;
  const row = button?.closest<HTMLElement>("li");
  if (!button || !row) return;
  event.preventDefault();
  step(row, Number(button.dataset.arrangeBy));
  button.focus();
});

/** Dragging so near the upper or lower edge of the window brings on what lies beyond. */
const EDGE = 80;

/** Where a row has its middle, from the top of the window. */
function middle(row: Element): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}

for (const grip of form?.querySelectorAll<HTMLElement>("[data-arrange-grip]") ?? []) {
  grip.classList.add("is-live");
  grip.addEventListener("pointerdown", (down) => {
    const row = grip.closest<HTMLElement>("li");
    if (!row || down.button !== 0) return;
    down.preventDefault();
    grip.setPointerCapture(down.pointerId);
    row.classList.add("is-dragged");
    const move = ({ clientY }: PointerEvent) => {
      if (clientY < EDGE) scrollBy(0, -EDGE / 4);
      if (clientY > innerHeight - EDGE) scrollBy(0, EDGE / 4);
      // The others make room: a row that is taken out of the page itself loses the pointer that holds it.
      for (let above = row.previousElementSibling; above && clientY < middle(above); above = row.previousElementSibling)
        row.after(above);
      for (let below = row.nextElementSibling; below && clientY > middle(below); below = row.nextElementSibling)
        row.before(below);
    };
    const end = () => {
      row.classList.remove("is-dragged");
      grip.removeEventListener("pointermove", move);
      tell(row);
    };
    grip.addEventListener("pointermove", move);
    grip.addEventListener("lostpointercapture", end, { once: true });
  });
}
