import { expect, test } from "vitest";
import { foldUsername, isUsername, passwordRefusals } from "./account-rules.ts";
import { truncated } from "./address.ts";
import { hashPassword, isPassword, newOneTimePassword } from "./password-hash.ts";

const lan = { username: "vu.hong.lan", fullName: "Vũ Hồng Lan" };
const codes = (password: string) => passwordRefusals(password, lan).map(({ code }) => code);

test("REQ-138, Đ17.k2: fourteen characters, counted as a person counts them", () => {
  expect(codes("mười ba chữ à")).toEqual(["passwordShort"]);
  expect(codes("mười bốn chữ ạ")).toEqual([]);
  expect(codes("😀😀😀😀😀😀😀")).toContain("passwordShort");
});

test("REQ-138: nothing that whoever knows the person would try first", () => {
  expect(codes("xin chao vu hong lan")).toEqual(["passwordHasName"]);
  expect(codes("XIN-CHÀO-VŨ-HỒNG-LAN")).toEqual(["passwordHasName"]);
  expect(codes("vu.hong.lan.2026!!")).toEqual(["passwordHasName"]);
  expect(codes("Mật khẩu 123456789")).toEqual(["passwordCommon"]);
  expect(codes("aaaaaaaaaaaaaaaaaa")).toEqual(["passwordCommon"]);
});

test("every reason comes back at once, each with its clause", () => {
  expect(passwordRefusals("lan", { username: "lan", fullName: "Lan" })).toEqual([
    { code: "passwordShort", clause: "Đ17.k2", detail: { shortest: "14" } },
    { code: "passwordHasName", clause: "Đ17.k2", detail: { shortest: "14" } },
    { code: "passwordCommon", clause: "Đ17.k2", detail: { shortest: "14" } },
  ]);
});

test("a user name is the same however it is typed", () => {
  for (const typed of ["Vũ.Hồng.Lan", " vu.hong.lan ", "VU.HONG.LAN", "Vũ.Hồng.Lan".normalize("NFD")]) {
    expect(foldUsername(typed)).toBe("vu.hong.lan");
  }
  expect(["truong.dao-tao", "ctv.ngoai", "abc"].every(isUsername)).toBe(true);
  for (const bad of ["ab", "a..b", ".a.b", "a b", "a@b.vn", "a_b", "9ab", "x".repeat(61)])
    expect(isUsername(bad)).toBe(false);
});

test("a password is kept as Argon2id, is found again in any spelling of its letters, and nothing else opens it", async () => {
  const hash = await hashPassword("mật khẩu của tôi đây");
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await isPassword(hash, "mật khẩu của tôi đây".normalize("NFD"))).toBe(true);
  expect(await isPassword(hash, "mat khau cua toi day")).toBe(false);
  expect(await isPassword("not a hash", "x")).toBe(false);
});

test("one-time passwords differ, pass the rules, and have no letters that look alike", () => {
  const made = Array.from({ length: 200 }, newOneTimePassword);
  expect(new Set(made).size).toBe(200);
  for (const password of made) {
    expect(passwordRefusals(password, lan)).toEqual([]);
    expect(password).not.toMatch(/[ilIoO01]/);
  }
});

test("law.md §7: the permanent log keeps of an address only where it comes from", () => {
  expect(["203.0.113.77", "2001:db8:1:2::/64", "::1"].map(truncated)).toEqual([
    "203.0.113.0/24",
    "2001:db8:1::/48",
    "::/48",
  ]);
});
