import type { UnitQuota } from "./count.ts";

/** One box for every article owed: filled, provisional, on its way, or still to be written. Said in words as well. */
export function QuotaBar({
  target,
  good,
  unmarked,
  coming,
}: Pick<UnitQuota, "target" | "good" | "unmarked" | "coming">) {
  const boxes = Array.from({ length: target }, (_, place) =>
    place < good
      ? "good"
      : place < good + unmarked
        ? "unmarked"
        : place < good + unmarked + coming.length
          ? "coming"
          : "empty",
  );
  return (
    <span class="quota-bar">
      <span class="quota-boxes" aria-hidden="true">
        {boxes.map((kind, place) => (
          <span key={String(place)} class={`quota-box quota-${kind}`} />
        ))}
      </span>
      <span class="quota-figure">
        {good} / {target} bài đạt
      </span>
    </span>
  );
}
