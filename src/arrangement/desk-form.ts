import { many, one } from "../http/form-state.ts";
import { normalizeLine } from "../kernel/vietnamese.ts";
import { type Arrangement, type Item, moved, type Part } from "./arrangement.ts";

/** The form as it was sent: the order is the order of its fields. */
export interface SentArrangement extends Arrangement {
  readonly reason: string;
  /** A link to be added. */
  readonly address: string;
  readonly name: string;
}

export const FIELDS = { MENU: "menu", HOME: "trang-chu" } as const satisfies Record<Part, string>;

export function sentArrangement(body: unknown): SentArrangement {
  const items = (part: Part): Item[] => {
    const shown = new Set(many(body, `hien-${FIELDS[part]}`));
    return many(body, FIELDS[part]).map((key) => ({
      key,
      label: part === "MENU" ? one(body, `ten:${key}`) || null : null,
      shown: shown.has(key),
    }));
  };
  return {
    menu: items("MENU"),
    home: items("HOME"),
    reason: one(body, "ly-do"),
    address: pathOf(one(body, "dia-chi")),
    name: normalizeLine(one(body, "ten")),
  };
}

/** A pasted address of this portal becomes its path. */
function pathOf(text: string): string {
  const line = normalizeLine(text);
  return /^https?:\/\/[^/]+(\/.*)$/.exec(line)?.[1] ?? line;
}

/** What a button of a row asks: `MENU|-1|/gioi-thieu`. */
export const moveValue = (part: Part, by: 1 | -1, key: string) => `${part}|${by}|${key}`;

/** The arrangement after the pressed button of a row. */
export function afterMove(sent: SentArrangement, pressed: string): SentArrangement {
  const [part, by, ...rest] = pressed.split("|");
  const key = rest.join("|");
  const step = by === "-1" ? -1 : 1;
  if (part === "HOME") return { ...sent, home: moved(sent.home, key, step) };
  return { ...sent, menu: moved(sent.menu, key, step) };
}
