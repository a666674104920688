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

/** The row before which the dragged one belongs; null for the end. */
function rowAt(list: HTMLElement, y: number, dragged: HTMLElement): Element | null {
  const others = [...list.children].filter((row) => row !== dragged);
  return others.find((row) => y < row.getBoundingClientRect().top + row.clientHeight / 2) ?? null;
}

for (const grip of form?.querySelectorAll<HTMLElement>("[data-arrange-grip]") ?? []) {
  grip.classList.add("is-live");
  grip.addEventListener("pointerdown", (down) => {
    const row = grip.closest<HTMLElement>("li");
    const list = row?.parentElement;
    if (!row || !list || down.button !== 0) return;
    down.preventDefault();
    grip.setPointerCapture(down.pointerId);
    row.classList.add("is-dragged");
    const move = ({ clientY }: PointerEvent) => {
      const next = rowAt(list, clientY, row);
      if (next !== row.nextElementSibling || next === null) list.insertBefore(row, next);
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
