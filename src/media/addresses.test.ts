import { expect, test } from "vitest";
import { attachmentAddress, pictureMarkup } from "./addresses.ts";

const file = "ab".repeat(32);

test("a large picture is offered in every width and both formats", () => {
  expect(pictureMarkup({ file, width: 2400, height: 1600 }, "(min-width: 60rem) 40rem, 100vw")).toEqual({
    src: `/anh/${file}-960.jpg`,
    large: `/anh/${file}-1600.jpg`,
    srcset: `/anh/${file}-480.jpg 480w, /anh/${file}-960.jpg 960w, /anh/${file}-1600.jpg 1600w`,
    webpSrcset: `/anh/${file}-480.webp 480w, /anh/${file}-960.webp 960w, /anh/${file}-1600.webp 1600w`,
    sizes: "(min-width: 60rem) 40rem, 100vw",
    width: 2400,
    height: 1600,
  });
});

test("a picture between two widths is announced with the width it really has", () => {
  expect(pictureMarkup({ file, width: 700, height: 500 }, "100vw").srcset).toBe(
    `/anh/${file}-480.jpg 480w, /anh/${file}-960.jpg 700w`,
  );
});

test("a small picture is offered once", () => {
  expect(pictureMarkup({ file, width: 300, height: 200 }, "100vw")).toMatchObject({
    src: `/anh/${file}-480.jpg`,
    srcset: `/anh/${file}-480.jpg 300w`,
  });
});

test("an attachment's address carries its hash and its safe name", () => {
  expect(attachmentAddress(file, "ke-hoach.pdf")).toBe(`/tep/${file}/ke-hoach.pdf`);
});
