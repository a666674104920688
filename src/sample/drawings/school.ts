import { box, c, type Drawing, dot, person, shape, times, tree } from "./shapes.ts";

/** Scenes of the school. */
export const SCHOOL = {
  "lop-hoc": {
    alt: "Tranh minh họa lớp học nhìn từ phía sau: các dãy bàn, học viên hướng lên bảng xanh có cửa sổ lớn bên cạnh",
    caption: "Tranh minh họa: một buổi lên lớp.",
    svg:
      box(0, 0, 1600, 1000, c.sunk) +
      box(0, 760, 1600, 240, c.sand) +
      box(300, 130, 820, 360, c.wood) +
      box(318, 148, 784, 324, "#2f5d50") +
      times(4, (n) => box(370, 205 + n * 58, [420, 560, 350, 500][n]!, 10, "#d9e6dc", 5)) +
      shape("M900 400l60-110 60 110z", "#7fa394") +
      box(1210, 110, 290, 400, c.white) +
      box(1226, 126, 122, 368, c.mist) +
      box(1362, 126, 122, 368, c.mist) +
      dot(1425, 220, 44, c.gold) +
      times(4, (n) => person(300 + n * 330, 560, 150, [c.indigo, c.blue, c.brick, c.indigo][n]!)) +
      times(4, (n) => box(180 + n * 330, 700, 250, 30, c.wood, 6)) +
      times(3, (n) => person(430 + n * 370, 700, 210, [c.blue, c.indigo, c.blue][n]!)) +
      times(3, (n) => box(260 + n * 370, 890, 340, 42, "#8c6a47", 8)),
  },
  "cong-truong": {
    alt: "Tranh minh họa cổng trường hai tầng mái, hai bên là hàng cây, phía sau là dãy phòng học",
    caption: "Tranh minh họa: cổng trường buổi sáng.",
    svg:
      box(0, 0, 1600, 1000, c.sky) +
      dot(1310, 190, 84, c.gold) +
      box(230, 330, 1140, 400, c.paper) +
      shape("M190 335h1220l-90-90H280z", c.brick) +
      times(12, (n) => box(270 + n * 90, 400, 56, 90, c.blue, 4)) +
      times(12, (n) => box(270 + n * 90, 560, 56, 90, c.mist, 4)) +
      box(0, 730, 1600, 270, c.leaf) +
      shape("M620 1000l110-270h140l110 270z", c.sand) +
      box(560, 480, 60, 270, c.red) +
      box(980, 480, 60, 270, c.red) +
      shape("M470 485c90-8 150-46 200-92h260c50 46 110 84 200 92l-22 34H492z", c.indigo) +
      shape("M610 390c60-8 105-36 140-76h100c35 40 80 68 140 76l-14 26H624z", c.indigo) +
      box(690, 418, 220, 44, c.paper, 4) +
      tree(150, 640, 240) +
      tree(1460, 640, 250) +
      tree(340, 690, 170) +
      tree(1270, 690, 170),
  },
  "sach-vo": {
    alt: "Tranh minh họa chồng sách trên bàn, một quyển mở và chiếc bút chì bên cạnh",
    caption: "Tranh minh họa: góc học tập.",
    svg:
      box(0, 0, 1600, 1000, c.mist) +
      dot(1220, 300, 210, c.sky) +
      box(0, 740, 1600, 260, c.wood) +
      times(
        5,
        (n) =>
          box(
            [300, 330, 280, 340, 310][n]!,
            640 - n * 74,
            [500, 450, 520, 430, 480][n]!,
            70,
            [c.indigo, c.gold, c.red, c.green, c.blue][n]!,
            8,
          ) + box([340, 370, 320, 380, 350][n]!, 655 - n * 74, 16, 40, c.paper),
      ) +
      shape("M860 720c110-60 210-60 300 0 90-60 190-60 300 0v-210c-110-50-210-50-300 6-90-56-190-56-300-6z", c.white) +
      shape("M1154 514h12v208h-12z", c.sand) +
      times(
        4,
        (n) => box(920, 560 + n * 34, 190 - n * 18, 8, c.mist, 4) + box(1215, 560 + n * 34, 190 - n * 24, 8, c.mist, 4),
      ) +
      shape("M560 850l420-60 6 40-420 60z", c.gold) +
      shape("M980 790l60 8-54 32z", c.paper),
  },
  "may-tinh": {
    alt: "Tranh minh họa phòng máy: màn hình máy tính hiện sơ đồ bài giảng, bàn phím và chậu cây nhỏ",
    caption: "Tranh minh họa: phòng máy của Trung tâm.",
    svg:
      box(0, 0, 1600, 1000, c.sky) +
      box(0, 770, 1600, 230, c.sand) +
      box(380, 180, 840, 510, c.night, 20) +
      box(408, 208, 784, 454, c.paper, 6) +
      box(408, 208, 784, 60, c.indigo) +
      times(3, (n) => dot(444 + n * 34, 238, 10, [c.brick, c.gold, c.leaf][n]!)) +
      box(450, 310, 210, 130, c.mist, 8) +
      box(700, 310, 210, 130, c.gold, 8) +
      box(950, 310, 200, 130, c.leaf, 8) +
      times(5, (n) => box(450, 480 + n * 34, [620, 560, 680, 420, 600][n]!, 12, c.sand, 6)) +
      box(740, 690, 120, 90, c.night) +
      box(620, 770, 360, 26, c.night, 10) +
      box(480, 850, 640, 70, c.white, 12) +
      times(24, (n) => box(505 + (n % 12) * 50, 864 + Math.floor(n / 12) * 26, 38, 18, c.mist, 4)) +
      box(1310, 650, 130, 130, c.brick, 14) +
      times(
        5,
        (n) =>
          `<ellipse cx="${1375 + (n - 2) * 34}" cy="${600 - (n % 2) * 30}" rx="26" ry="80" fill="${n % 2 ? c.leaf : c.green}" transform="rotate(${(n - 2) * 22} 1375 660)"/>`,
      ),
  },
} as const satisfies Record<string, Drawing>;
