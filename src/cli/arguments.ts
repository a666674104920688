import { parseArgs } from "node:util";

/** The value of `--name` in `args`, or undefined. Throws with a sentence when anything else was given. */
export function option(args: readonly string[], name: string): string | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { [name]: { type: "string" } }, strict: true });
    return values[name] as string | undefined;
  } catch {
    throw new Error(`Tùy chọn chưa đúng. Lệnh này chỉ nhận --${name} GIÁ-TRỊ.`);
  }
}

/** Refuses options a command does not know. */
export function noOptions(args: readonly string[]): void {
  if (args.length > 0) throw new Error(`Lệnh này không nhận tùy chọn nào (${args.join(" ")}).`);
}
