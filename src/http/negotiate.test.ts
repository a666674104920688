import { expect, test } from "vitest";
import { chooseEncoding, namesVersion } from "./negotiate.ts";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["identity", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["GZIP", "gzip"],
  ["gzip;q=1.0, br;q=0", "gzip"],
  ["br;q=0.000, gzip;q=0.0", "identity"],
  ["gzip;q=0.5, br;q=0.1", "br"],
  ["*", "br"],
  ["*, br;q=0", "gzip"],
  ["*;q=0", "identity"],
  ["brotli, gzipped", "identity"],
])("Accept-Encoding %j is answered in %s", (accept, encoding) => {
  expect(chooseEncoding(accept)).toBe(encoding);
});

test("a version is named by its tag, by a weak form of it, in a list, or by a star, and by nothing else", () => {
  for (const header of ['"a"', 'W/"a"', '"b" , "a"', "*"]) expect(namesVersion(header, '"a"')).toBe(true);
  for (const header of ['"b"', "a", '"a', '"ab"', ""]) expect(namesVersion(header, '"a"')).toBe(false);
});
