import { fold } from "../kernel/vietnamese.ts";

/** Mức độ cung cấp (Đ14.k5.g2, law.md §3): its word, what it means to whoever needs the service. */
export interface ServiceLevel {
  readonly word: string;
  readonly meaning: string;
  /** Numbers of the older scale of four that stand for it. */
  readonly old: readonly number[];
}

export const SERVICE_LEVELS = {
  FULL_ONLINE: {
    word: "Toàn trình",
    meaning:
      "Làm trọn vẹn trên mạng: nộp hồ sơ, nộp phí nếu có, theo dõi và nhận kết quả; không phải đến nơi tiếp nhận.",
    old: [4],
  },
  PARTIAL_ONLINE: {
    word: "Một phần",
    meaning: "Nộp hồ sơ trên mạng, nhưng có ít nhất một bước phải đến nơi tiếp nhận hoặc gửi bản giấy.",
    old: [2, 3],
  },
  INFORMATION_ONLY: {
    word: "Chỉ cung cấp thông tin",
    meaning: "Trên mạng chỉ có hướng dẫn và biểu mẫu; hồ sơ nộp trực tiếp hoặc qua bưu chính.",
    old: [1],
  },
} as const satisfies Record<string, ServiceLevel>;

export type LevelCode = keyof typeof SERVICE_LEVELS;
export const LEVEL_CODES = Object.keys(SERVICE_LEVELS) as LevelCode[];

export const isLevel = (text: string): text is LevelCode => Object.hasOwn(SERVICE_LEVELS, text);

/** A level as a list of another system writes it: its code, its word, or the older "mức độ 4"; null for anything else. */
export function readLevel(text: string): LevelCode | null {
  if (isLevel(text)) return text;
  const said = fold(text).trim();
  const number = Number(/^(?:muc(?: do)? )?([1-4])$/.exec(said)?.[1]);
  const found = LEVEL_CODES.find((code) => {
    const { word, old } = SERVICE_LEVELS[code];
    return fold(word) === said || old.some((one) => one === number);
  });
  return found ?? null;
}
