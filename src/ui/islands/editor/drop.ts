import { isWordFile } from "./body.ts";

/** A Word file may be dropped anywhere on the page; any other file dropped beside its place is not opened by accident. */
export function acceptWordDrops(take: (file: File) => void): void {
  const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const ownPlace = (event: DragEvent) => event.target instanceof HTMLInputElement && event.target.type === "file";

  document.addEventListener("dragover", (event) => {
    if (carriesFiles(event) && !ownPlace(event)) event.preventDefault();
    document.body.classList.toggle("is-dropping", carriesFiles(event));
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) document.body.classList.remove("is-dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("is-dropping");
    if (!carriesFiles(event) || ownPlace(event)) return;
    event.preventDefault();
    const word = [...(event.dataTransfer?.files ?? [])].find(isWordFile);
    if (word) take(word);
  });
}
