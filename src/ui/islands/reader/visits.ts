const NUMBERS = new Intl.NumberFormat("vi-VN");

/** Fetches the three figures of the foot when it comes into view: a page that is only begun asks for nothing. */
export function showVisits(): void {
  const place = document.querySelector<HTMLElement>("[data-visits]");
  if (!place || !("IntersectionObserver" in globalThis)) return;
  const watch = new IntersectionObserver(([entry]) => {
    if (!entry?.isIntersecting) return;
    watch.disconnect();
    fetch(place.dataset.visits!)
      .then((answer) => answer.json() as Promise<Record<"today" | "month" | "total", number>>)
      .then(({ today, month, total }) => {
        const [a, b, c] = [today, month, total].map((count) => NUMBERS.format(count));
        place.textContent = `hôm nay ${a}, tháng này ${b}, tổng ${c}`;
      })
      .catch(() => {
        // The link beside it leads to the same figures.
      });
  });
  watch.observe(place);
}
