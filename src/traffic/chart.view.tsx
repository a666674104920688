import { formatNumber } from "../ui/format.ts";

interface BarChartProps {
  readonly title: string;
  readonly bars: readonly { readonly label: string; readonly value: number }[];
}

const WIDTH = 800;
const HEIGHT = 240;
const LEFT = 76;
const FOOT = 40;
const TOP = 24;

/** Bars with a scale, drawn on the server. The table behind it says the same; this is for the eye. */
export function BarChart({ title, bars }: BarChartProps) {
  const top = scaleOf(Math.max(1, ...bars.map(({ value }) => value)));
  const room = HEIGHT - FOOT - TOP;
  const step = (WIDTH - LEFT) / Math.max(1, bars.length);
  const y = (value: number) => TOP + room - (room * value) / top;
  const every = Math.ceil(bars.length / 8);
  const highest = bars.reduce((most, bar) => (bar.value > most.value ? bar : most), { label: "", value: 0 });
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}: cao nhất ${formatNumber(highest.value)} lượt (${highest.label}). Số liệu đầy đủ trong bảng dưới.`}
      >
        {[0, top / 2, top].map((value) => (
          <g key={value}>
            <line class="chart-line" x1={LEFT} x2={WIDTH} y1={y(value)} y2={y(value)} />
            <text class="chart-text" x={LEFT - 8} y={y(value) + 4} text-anchor="end">
              {formatNumber(value)}
            </text>
          </g>
        ))}
        {bars.map(({ label, value }, index) => (
          <g key={label}>
            <rect
              class="chart-bar"
              x={LEFT + index * step + step * 0.1}
              y={y(value)}
              width={step * 0.8}
              height={y(0) - y(value)}
            >
              <title>{`${label}: ${formatNumber(value)}`}</title>
            </rect>
            {index % every === 0 && (
              <text class="chart-text" x={LEFT + (index + 0.5) * step} y={HEIGHT - 6} text-anchor="middle">
                {label}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** The next round number that has a whole half. */
function scaleOf(most: number): number {
  const unit = 10 ** Math.floor(Math.log10(most));
  const top = [1, 2, 4, 6, 8, 10].find((times) => times * unit >= most)! * unit;
  return Math.max(2, top);
}
