import { box, c, type Drawing, dot, person, shape, times, tree } from "./shapes.ts";

/** Scenes of trades and of free time. */
export const LIFE = {
  "nghe-nghiep": {
    alt: "Tranh minh họa các nghề: bánh răng, mũ bảo hộ, máy may và biểu đồ ghép thành bốn ô",
    caption: "Tranh minh họa: chọn nghề, chọn hướng đi.",
    svg:
      box(0, 0, 800, 500, c.indigo) +
      box(800, 0, 800, 500, c.gold) +
      box(0, 500, 800, 500, c.brick) +
      box(800, 500, 800, 500, c.leaf) +
      times(
        4,
        (n) =>
          `<rect x="366" y="78" width="68" height="344" rx="12" fill="${c.mist}" transform="rotate(${n * 45} 400 250)"/>`,
      ) +
      dot(400, 250, 120, c.mist) +
      dot(400, 250, 56, c.indigo) +
      shape("M1030 330a170 170 0 0 1 340 0z", c.white) +
      box(1000, 330, 400, 36, c.white, 18) +
      box(1176, 150, 48, 110, c.white, 20) +
      shape("M220 860v-230h300a60 60 0 0 1 60 60v170h-80v-120H320v120z", c.paper) +
      box(180, 860, 440, 40, c.paper, 10) +
      dot(560, 650, 44, c.gold) +
      box(300, 740, 12, 110, c.night) +
      times(4, (n) => box(1010 + n * 110, 870 - [110, 190, 150, 270][n]!, 76, [110, 190, 150, 270][n]!, c.white, 6)) +
      `<path d="M1020 720l120-70 110 30 140-140" fill="none" stroke="${c.indigo}" stroke-width="14" stroke-linecap="round" stroke-linejoin="round"/>`,
  },
  "cay-xanh": {
    alt: "Tranh minh họa hàng cây non mới trồng có cọc đỡ, bình tưới và chiếc xẻng trên bãi cỏ, phía sau là hàng rào",
    caption: "Tranh minh họa: hàng cây mới trồng.",
    svg:
      box(0, 0, 1600, 1000, c.sky) +
      dot(240, 200, 84, c.gold) +
      shape("M0 560q300-110 640-40t960-30v510H0z", c.leaf) +
      times(17, (n) => box(20 + n * 96, 430, 22, 170, c.paper)) +
      box(0, 460, 1600, 18, c.paper) +
      box(0, 540, 1600, 18, c.paper) +
      shape("M0 640q500-60 900-10t700-20v390H0z", "#7d9f7c") +
      times(4, (n) => `<ellipse cx="${300 + n * 300}" cy="800" rx="90" ry="22" fill="${c.wood}"/>`) +
      times(4, (n) => box(250 + n * 300, 600, 10, 200, c.sand)) +
      times(4, (n) => tree(300 + n * 300, 600, 190)) +
      box(1330, 760, 150, 130, c.blue, 16) +
      shape("M1340 800l-90-70 14-16 84 56z", c.blue) +
      `<path d="M1370 760q36-90 100 0" fill="none" stroke="${c.indigo}" stroke-width="16"/>` +
      box(120, 640, 16, 220, c.wood) +
      shape("M96 850h64v70q-32 44-64 0z", c.indigo),
  },
  "doc-sach": {
    alt: "Tranh minh họa kệ sách cao và hai người ngồi đọc dưới ngọn đèn",
    caption: "Tranh minh họa: phòng đọc buổi tối.",
    svg:
      box(0, 0, 1600, 1000, "#23405d") +
      times(66, (n) => {
        const [x, y] = [80 + (n % 22) * 66, 70 + Math.floor(n / 22) * 190];
        const fill = [c.red, c.gold, c.blue, c.paper, c.green, c.brick][(n * 5) % 6]!;
        const tall = 118 + ((n * 13) % 4) * 12;
        return box(x, y + 160 - tall, 50, tall, fill, 3);
      }) +
      times(3, (n) => box(60, 230 + n * 190, 1480, 18, c.wood)) +
      shape("M800 330l190 340H610z", "#f6dfa4").replace("/>", ' opacity=".22"/>') +
      shape("M740 330h120l40 60H700z", c.gold) +
      box(797, 0, 6, 330, c.night) +
      box(200, 820, 1200, 46, c.wood, 8) +
      person(520, 660, 190, c.brick) +
      person(1080, 660, 190, c.mist) +
      shape("M430 820c60-34 120-34 170 0 50-34 110-34 170 0v-22c-60-34-120-34-170 0-50-34-110-34-170 0z", c.white) +
      shape("M920 820c60-34 120-34 170 0 50-34 110-34 170 0v-22c-60-34-120-34-170 0-50-34-110-34-170 0z", c.white) +
      box(0, 940, 1600, 60, c.night),
  },
} as const satisfies Record<string, Drawing>;
