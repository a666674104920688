import type { Use } from "./usage.ts";

/** "Đang dùng ở": every place, each with its way there. */
export function Uses({ uses }: { readonly uses: readonly Use[] }) {
  if (uses.length === 0) return <p>Chưa dùng ở đâu.</p>;
  return (
    <ul class="work-notices uses">
      {uses.map(({ what, label, href, note }) => (
        <li key={`${what} ${label} ${href}`}>
          <span class="hint">{what}:</span> {href ? <a href={href}>{label}</a> : label}
          {note && <span class="hint"> ({note})</span>}
        </li>
      ))}
    </ul>
  );
}
