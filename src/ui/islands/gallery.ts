/**
 * Shows the pictures of a gallery large in the page, one after another: arrows and buttons turn, Escape closes, and the
 * focus goes back to where it was. Without this script each picture is a link to its large form.
 */
function openAt(links: readonly HTMLAnchorElement[], start: number): void {
  let at = start;
  const dialog = document.createElement("dialog");
  dialog.className = "lightbox";
  const image = document.createElement("img");
  const words = document.createElement("p");
  words.className = "lightbox-words";
  words.setAttribute("role", "status");
  const bar = document.createElement("div");
  bar.className = "lightbox-bar";
  const turn = (step: number) => {
    at = (at + step + links.length) % links.length;
    show();
  };
  const press = (label: string, act: () => void) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "button button-secondary";
    made.textContent = label;
    made.addEventListener("click", act);
    bar.append(made);
  };
  if (links.length > 1) {
    press("Ảnh trước", () => turn(-1));
    press("Ảnh sau", () => turn(1));
  }
  press("Đóng", () => dialog.close());

  function show(): void {
    const link = links[at]!;
    const small = link.querySelector("img");
    image.src = link.href;
    image.alt = small?.alt ?? "";
    const caption = link.closest("figure")?.querySelector("figcaption")?.textContent ?? "";
    words.textContent = `${at + 1}/${links.length}${caption ? `. ${caption}` : ""}`;
    dialog.setAttribute("aria-label", `Ảnh ${at + 1} trên ${links.length}`);
  }

  dialog.addEventListener("keydown", ({ key }) => {
    if (key === "ArrowRight") turn(1);
    if (key === "ArrowLeft") turn(-1);
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    links[at]?.focus();
  });
  dialog.append(image, words, bar);
  show();
  document.body.append(dialog);
  dialog.showModal();
}

for (const gallery of document.querySelectorAll<HTMLElement>("[data-gallery]")) {
  const links = [...gallery.querySelectorAll("a")];
  links.forEach((link, index) => {
    link.addEventListener("click", (event) => {
      // Whoever asks for a new tab gets it.
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
      event.preventDefault();
      openAt(links, index);
    });
  });
}

export {};
