import type { Refusal } from "../kernel/result.ts";
import { fold } from "../kernel/vietnamese.ts";

export const SHORTEST_PASSWORD = 14;
/** More than anybody types; the rest would only cost time to hash. */
export const LONGEST_PASSWORD = 128;

const USERNAME = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;

/** A user name in the form in which it is stored and compared: without marks, blanks around it and capitals. */
export function foldUsername(typed: string): string {
  return fold(typed.normalize("NFC").trim()).slice(0, 100);
}

/** Latin letters, digits, single dots and hyphens inside: `truong.dao-tao`. 3 to 60 characters. */
export function isUsername(text: string): boolean {
  return text.length >= 3 && text.length <= 60 && USERNAME.test(text);
}

/** The usual ways to fourteen characters; compared without marks, blanks and signs. */
const COMMON = [
  "12345678901234",
  "123456789012345",
  "1234567890123456",
  "matkhaumatkhau",
  "matkhau12345678",
  "matkhau123456789",
  "matkhaucuatoi123",
  "password123456",
  "password1234567",
  "passwordpassword",
  "qwertyuiopasdf",
  "qwertyuiop1234",
  "quantriquantri",
  "quantri12345678",
  "trungtamgdtxhp",
  "giaoducthuongxuyen",
  "trungtamgiaoducthuongxuyen",
  "anhyeuemnhieulam",
  "iloveyouiloveyou",
];

/**
 * Why a password cannot be used; all reasons at once, none for a good one. Fourteen characters as long as there is no
 * second factor (REQ-138); nothing that whoever knows the person would try first.
 */
export function passwordRefusals(password: string, about: { username: string; fullName: string }): Refusal[] {
  const bare = fold(password).replace(/[^a-z0-9]/g, "");
  const name = fold(about.fullName).replace(/[^a-z0-9]/g, "");
  const username = fold(about.username).replace(/[^a-z0-9]/g, "");
  const codes = [
    ...([...password].length < SHORTEST_PASSWORD ? ["passwordShort"] : []),
    ...(password.length > LONGEST_PASSWORD ? ["passwordLong"] : []),
    ...((username.length >= 3 && bare.includes(username)) || (name.length >= 3 && bare.includes(name))
      ? ["passwordHasName"]
      : []),
    ...(COMMON.includes(bare) || new Set(bare).size < 4 ? ["passwordCommon"] : []),
  ];
  return codes.map((code) => ({ code, clause: "Đ17.k2", detail: { shortest: String(SHORTEST_PASSWORD) } }));
}
