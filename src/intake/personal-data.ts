import { fold } from "../kernel/vietnamese.ts";
import type { Sender } from "./sender.ts";

export type PersonalFinding = "name" | "email" | "phone" | "number";

/**
 * What of a person stands in a text that is to be public (law.md §7): the sender's name, e-mail or telephone however
 * written, and any run of twelve digits, which is how a personal number looks.
 */
export function findPersonalData(text: string, sender: Sender): PersonalFinding[] {
  const found: PersonalFinding[] = [];
  if (standsIn(text, sender.name)) found.push("name");
  if (sender.email !== "" && text.toLowerCase().includes(sender.email.toLowerCase())) found.push("email");
  const phone = digitsOf(sender.phone).replace(/^84/, "0");
  const runs = (text.match(/\+?\d[\d\s.()-]*\d/g) ?? []).map((run) => digitsOf(run).replace(/^84(?=\d{9}$)/, "0"));
  if (phone.length >= 8 && runs.some((run) => run.includes(phone))) found.push("phone");
  if (runs.some((run) => run.length === 12)) found.push("number");
  return found;
}

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** A whole name counts with or without its marks; a single word only as written, or every "lan" would be a Lan. */
function standsIn(text: string, name: string): boolean {
  const words = name.split(/\s+/).filter(Boolean);
  if (words.length === 0) return false;
  const [where, what] = words.length === 1 ? [text, words[0]!] : [plain(text), plain(name)];
  return new RegExp(`(?<![\\p{L}\\p{N}])${literal(what)}(?![\\p{L}\\p{N}])`, "u").test(where);
}

const plain = (text: string) => fold(text).replace(/\s+/g, " ");
const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
