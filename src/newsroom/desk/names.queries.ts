import type { Id } from "../../kernel/ids.ts";
import type { Db } from "../../storage/database.ts";

export interface Names {
  person(id: Id): string;
  unit(id: Id): string;
  category(id: Id): string;
}

/** Names of everybody and everything an article points at: a few dozen rows, asked for on nearly every page. */
export async function readNames(db: Db): Promise<Names> {
  const people = await db.selectFrom("person").select(["id", "full_name as name"]).execute();
  const units = await db.selectFrom("unit").select(["id", "name"]).execute();
  const categories = await db.selectFrom("category").select(["id", "name"]).execute();
  const lookUp = (rows: readonly { id: Id; name: string }[], unknown: string) => {
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return (id: Id) => names.get(id) ?? unknown;
  };
  return {
    person: lookUp(people, "Hệ thống"),
    unit: lookUp(units, "Chưa chọn đơn vị"),
    category: lookUp(categories, "Chưa chọn chuyên mục"),
  };
}

/** "Lan", "Lan và Minh", "Lan, Minh và Hoa"; of many the first three. */
export function listNames(names: readonly string[]): string {
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} người khác`] : names;
  if (shown.length <= 1) return shown[0] ?? "";
  return `${shown.slice(0, -1).join(", ")} và ${shown.at(-1)}`;
}
