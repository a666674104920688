import sharp from "sharp";
import type { PictureName } from "./story.ts";

interface Drawing {
  readonly svg: string;
  readonly alt: string;
  readonly caption: string;
}

const WIDTH = 1600;
const HEIGHT = 1000;

/** A drawing as the photograph a member of staff would upload. */
export function drawnAsJpeg(svg: string): Promise<Uint8Array> {
  const whole = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${svg}</svg>`;
  return sharp(Buffer.from(whole)).jpeg({ quality: 92 }).toBuffer();
}

const c = {
  indigo: "#17395c",
  night: "#0f2943",
  blue: "#4f7aa3",
  mist: "#cddbe9",
  sky: "#e5eef6",
  paper: "#f8f5ef",
  sunk: "#efe9df",
  sand: "#ddd0b8",
  wood: "#a9825a",
  red: "#a62b1f",
  brick: "#c4674f",
  gold: "#e3b455",
  green: "#56805f",
  leaf: "#8fae8c",
  white: "#ffffff",
} as const;

const box = (x: number, y: number, width: number, height: number, fill: string, rx = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" rx="${rx}"/>`;
const dot = (x: number, y: number, r: number, fill: string) => `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
const shape = (d: string, fill: string) => `<path d="${d}" fill="${fill}"/>`;
const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => draw(at)).join("");
const tree = (x: number, y: number, size: number) =>
  box(x - size * 0.07, y, size * 0.14, size * 0.9, c.wood) +
  dot(x, y - size * 0.2, size * 0.5, c.green) +
  dot(x - size * 0.36, y + size * 0.1, size * 0.34, c.leaf) +
  dot(x + size * 0.36, y + size * 0.08, size * 0.36, c.leaf);
/** Head and shoulders, seen from behind or afar. */
const person = (x: number, y: number, size: number, fill: string) =>
  dot(x, y, size * 0.3, c.night) +
  shape(
    `M${x - size * 0.5} ${y + size}q0-${size * 0.62} ${size * 0.5}-${size * 0.62}t${size * 0.5} ${size * 0.62}z`,
    fill,
  );

/** Pictures of the sample articles, drawn here: no photograph of real people, nobody's rights. */
export const DRAWINGS: Readonly<Record<PictureName, Drawing>> = {
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
  "bai-thi": {
    alt: "Tranh minh họa tờ bài thi trắc nghiệm, đồng hồ và bút trên bàn",
    caption: "Tranh minh họa: trước giờ làm bài.",
    svg:
      box(0, 0, 1600, 1000, c.sand) +
      `<g transform="rotate(-5 800 500)">${box(430, 90, 640, 860, "#d2c4a9")}${box(420, 80, 640, 860, c.white)}` +
      box(480, 140, 300, 22, c.indigo, 6) +
      box(480, 180, 420, 12, c.mist, 6) +
      times(
        10,
        (n) =>
          box(480, 260 + n * 62, 60, 16, c.mist, 6) +
          times(
            4,
            (m) =>
              `<circle cx="${620 + m * 100}" cy="${268 + n * 62}" r="20" fill="${(n * 3 + 1) % 4 === m ? c.indigo : c.white}" stroke="${c.blue}" stroke-width="4"/>`,
          ),
      ) +
      `</g>` +
      dot(1290, 330, 180, c.indigo) +
      dot(1290, 330, 152, c.paper) +
      times(
        12,
        (n) =>
          `<rect x="1284" y="190" width="12" height="26" fill="${c.blue}" transform="rotate(${n * 30} 1290 330)"/>`,
      ) +
      `<path d="M1290 330V225M1290 330l66 40" stroke="${c.red}" stroke-width="14" stroke-linecap="round"/>` +
      dot(1290, 330, 16, c.red) +
      `<g transform="rotate(28 1250 720)">${box(1000, 700, 430, 40, c.red, 8)}${shape("M1430 700l80 20-80 20z", c.night)}</g>`,
  },
  "hoi-thao": {
    alt: "Tranh minh họa hội thảo: diễn giả đứng bên màn chiếu có biểu đồ, người nghe ngồi thành hàng",
    caption: "Tranh minh họa: quang cảnh hội thảo.",
    svg:
      box(0, 0, 1600, 1000, c.indigo) +
      box(0, 0, 1600, 1000, c.night, 0).replace("/>", ' opacity=".35"/>') +
      box(360, 110, 760, 430, c.paper, 6) +
      times(5, (n) =>
        box(
          440 + n * 90,
          440 - [90, 140, 120, 210, 260][n]!,
          54,
          [90, 140, 120, 210, 260][n]!,
          [c.blue, c.blue, c.gold, c.blue, c.red][n]!,
        ),
      ) +
      box(430, 440, 480, 8, c.indigo) +
      times(3, (n) => box(930, 220 + n * 60, [140, 110, 130][n]!, 16, c.sand, 6)) +
      dot(1290, 360, 54, "#d9a27c") +
      shape("M1210 640q0-210 80-210t80 210z", c.brick) +
      box(1200, 520, 190, 150, c.wood, 6) +
      box(0, 690, 1600, 310, "#143150") +
      times(9, (n) => person(110 + n * 172, 690, 150, n % 3 === 0 ? c.blue : n % 3 === 1 ? c.mist : c.gold)) +
      times(8, (n) => person(196 + n * 172, 800, 190, n % 2 ? c.brick : c.sand)),
  },
  "ben-song": {
    alt: "Tranh minh họa bến sông có phao cứu sinh, lan can và hàng cây phía xa",
    caption: "Tranh minh họa: phao cứu sinh bên bến sông.",
    svg:
      box(0, 0, 1600, 1000, c.sky) +
      dot(330, 190, 80, c.gold) +
      shape("M0 470q260-130 520-30t520-20 560-30v120H0z", c.leaf) +
      times(7, (n) => tree(90 + n * 240, 380 + (n % 2) * 20, 110)) +
      box(0, 480, 1600, 330, c.blue) +
      times(9, (n) => shape(`M${n * 190 - 40} ${560 + (n % 3) * 80}q40-26 80 0t80 0v10q-40 26-80 0t-80 0z`, c.mist)) +
      box(0, 800, 1600, 200, c.sand) +
      times(8, (n) => box(60 + n * 210, 660, 26, 190, c.paper)) +
      box(0, 680, 1600, 22, c.paper) +
      box(0, 750, 1600, 16, c.paper) +
      `<circle cx="1130" cy="730" r="120" fill="none" stroke="${c.white}" stroke-width="62"/>` +
      times(
        4,
        (n) =>
          `<path d="M1130 610a120 120 0 0 1 84 35" fill="none" stroke="${c.red}" stroke-width="62" transform="rotate(${n * 90 - 22} 1130 730)"/>`,
      ),
  },
  "la-co": {
    alt: "Tranh minh họa lá cờ đỏ sao vàng trên nền trời, phía dưới là mái ngói và rặng cây",
    caption: "Tranh minh họa: lá cờ trên sân trường.",
    svg:
      box(0, 0, 1600, 1000, c.sky) +
      times(
        3,
        (n) =>
          `<ellipse cx="${[320, 1240, 860][n]}" cy="${[220, 160, 380][n]}" rx="${[170, 210, 130][n]}" ry="38" fill="${c.white}"/>`,
      ) +
      box(600, 120, 18, 760, c.wood) +
      dot(609, 112, 18, c.gold) +
      shape("M618 150c150-50 260 60 420 10v280c-160 50-270-60-420-10z", "#c8281c") +
      shape(star(826, 295, 92), "#ffd93b") +
      box(140, 700, 1320, 190, c.paper) +
      shape("M90 705h1420l-120-110H210z", c.brick) +
      times(10, (n) => box(200 + n * 124, 750, 76, 100, c.mist, 4)) +
      box(0, 880, 1600, 120, c.leaf) +
      tree(120, 790, 190) +
      tree(1480, 780, 200),
  },
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
};

function star(x: number, y: number, r: number): string {
  const points = Array.from({ length: 10 }, (_, n) => {
    const far = n % 2 === 0 ? r : r * 0.382;
    const angle = (Math.PI / 5) * n - Math.PI / 2;
    return `${(x + far * Math.cos(angle)).toFixed(1)} ${(y + far * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${points.join("L")}z`;
}
