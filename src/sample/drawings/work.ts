import { box, c, type Drawing, dot, person, shape, star, times, tree } from "./shapes.ts";

/** Scenes of work and of the city. */
export const WORK = {
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
} as const satisfies Record<string, Drawing>;
