/** Shapes of the emblem on a 48 × 48 field: a gate with two roofs, and an open book lying in its opening. */
const GATE = [
  // upper roof and its tier
  "M15.5 13.2c3.2-.3 6-1.7 8.5-4.7 2.500 3 5.300 4.400 8.500 4.700l-.6 2.300H16.100z",
  "M18.800 16.700h10.400v2.600H18.800z",
  // lower roof
  "M5 23.600c4.400-.2 8-1.500 11-3.900h16c3 2.400 6.600 3.700 11 3.900l-1.200 2.600H6.200z",
  // pillars
  "M9.600 27.400h3.800v12.800H9.600zM34.600 27.400h3.800v12.800h-3.800z",
] as const;
const BOOK =
  "M24 32.200c-2.300-1.700-4.900-2.400-8.400-2.400v8c3.500 0 6.100.7 8.400 2.400 2.300-1.700 4.900-2.400 8.400-2.400v-8c-3.500 0-6.100.7-8.400 2.400zm-.7 1.100v5.100c-1.800-1.100-3.800-1.700-6.300-1.900v-5.200c2.500.1 4.500.8 6.300 2zm1.400 0c1.800-1.200 3.800-1.900 6.300-2v5.200c-2.500.2-4.500.8-6.300 1.900z";
const GROUND = "M7.500 41.400h33v2.100h-33z";

/** The neutral emblem of the portal, until the institution sets its own. Decoration: the name stands beside it. */
export function Emblem() {
  return (
    <svg class="emblem" viewBox="0 0 48 48" aria-hidden="true">
      {GATE.map((d) => (
        <path key={d} d={d} />
      ))}
      <path d={GROUND} />
      <path class="emblem-book" d={BOOK} fill-rule="evenodd" />
    </svg>
  );
}

const DRAWING = `<g fill="#fff">${[...GATE, GROUND].map((d) => `<path d="${d}"/>`).join("")}</g><path fill="#e3b455" fill-rule="evenodd" d="${BOOK}"/>`;

/** The same drawing as a file of its own, for the browser's tab. */
export const faviconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="6" fill="#17395c"/>${DRAWING}</svg>`;

/** The drawing with room around it, to its edges on the ground of the portal: systems cut their own shape out of it. */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -8 64 64"><rect x="-8" y="-8" width="64" height="64" fill="#17395c"/>${DRAWING}</svg>`;
