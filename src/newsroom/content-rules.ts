import type { Refusal } from "../kernel/result.ts";
import { type BadCharacterKind, findBadCharacter, normalizeLine } from "../kernel/vietnamese.ts";
import { blocks, embeds, excerpt, pictures, videos } from "./body/text.ts";
import type { ArticleContent, Embed, Picture, Video } from "./content.ts";
import { type ContentPart, contentParts, embedPlace, picturePlace, videoPlace } from "./content-parts.ts";
import { isPlaceholder } from "./credit.ts";
import { secrecyMarkInLine, secrecyMarkInName } from "./secrecy-marks.ts";

/** Why a text may not be sent on its way. `content-words.ts` holds a sentence for each. */
export type ContentCode =
  | "titleMissing"
  | "leadMissing"
  | "bodyMissing"
  | "authorMissing"
  | "sourceMissing"
  | "categoryMissing"
  | "unitMissing"
  | "authorPlaceholder"
  | "sourcePlaceholder"
  | "authorNotAccountHolder"
  | "sourceUrlMissing"
  | "sourceDateMissing"
  | "pictureAuthorMissing"
  | "pictureAuthorPlaceholder"
  | "pictureSourceMissing"
  | "pictureSourcePlaceholder"
  | "pictureAltMissing"
  | "videoTitleMissing"
  | "videoAuthorMissing"
  | "videoAuthorPlaceholder"
  | "videoSourceMissing"
  | "videoSourcePlaceholder"
  | "videoPosterMissing"
  | "videoCaptionsMissing"
  | "secrecyMark"
  | "badCharacter";

/** What the rules must know besides the content itself. */
export interface ContentFacts {
  readonly origin: "unit" | "board" | "republished";
  /** The name of the account's holder, as the portal knows it (REQ-135). */
  readonly accountName: string;
}

type ContentRefusal = Refusal<ContentCode>;
type Rule = (content: ArticleContent, facts: ContentFacts) => readonly ContentRefusal[];

/**
 * Everything that keeps this content from being sent, approved or published, at once, in the order of the form;
 * each with its clause, and with `detail.field` and `detail.place` saying where. An empty list means: complete.
 */
export function sendingRefusals(content: ArticleContent, facts: ContentFacts): ContentRefusal[] {
  return RULES.flatMap((rule) => rule(content, facts));
}

/** Đ5.k4, REQ-033: information is posted in full. */
const requiredFields: Rule = (content) => {
  const missing = (code: ContentCode, field: string, place: string, present: boolean, clause = "Đ5.k4") =>
    present ? [] : [refusal(code, clause, { field, place })];
  const hasBody = blocks(content.body).some(
    ({ kind, text }) => kind === "figure" || kind === "video" || kind === "embed" || text.trim() !== "",
  );
  return [
    ...missing("titleMissing", "title", "Tiêu đề", isFilled(content.title)),
    ...missing("leadMissing", "lead", "Tóm tắt", isFilled(content.lead)),
    ...missing("categoryMissing", "category", "Chuyên mục", isFilled(content.category)),
    ...missing("unitMissing", "unit", "Đơn vị", isFilled(content.unit)),
    ...missing("bodyMissing", "body", "Nội dung", hasBody || pictures(content.body).length > 0),
    ...missing("authorMissing", "author", "Tác giả", isFilled(content.author), "Đ6.k3"),
    ...missing("sourceMissing", "source", "Nguồn", isFilled(content.source), "Đ6.k3"),
  ];
};

/** Đ6.k3, REQ-036: author and source are named, not pretended. */
const namedCredits: Rule = (content) => [
  ...(isPlaceholder(content.author)
    ? [refusal("authorPlaceholder", "Đ6.k3", { field: "author", place: "Tác giả", value: content.author })]
    : []),
  ...(isPlaceholder(content.source)
    ? [refusal("sourcePlaceholder", "Đ6.k3", { field: "source", place: "Nguồn", value: content.source })]
    : []),
];

/** Đ6.k3, REQ-036: what is taken over from elsewhere gives the original's address and date. */
const originalNamed: Rule = (content, facts) => {
  if (facts.origin !== "republished") return [];
  return [
    ...(isFilled(content.sourceUrl)
      ? []
      : [refusal("sourceUrlMissing", "Đ6.k3", { field: "sourceUrl", place: "Địa chỉ bài gốc" })]),
    ...(isFilled(content.sourceDate)
      ? []
      : [refusal("sourceDateMissing", "Đ6.k3", { field: "sourceDate", place: "Ngày đăng của bài gốc" })]),
  ];
};

/**
 * Đ17.k1.e, REQ-135: nobody signs with another's name, unless it is said why (bút danh, viết thay).
 * A republished item carries its original author; his name is explained by the source.
 */
const ownName: Rule = (content, facts) => {
  if (facts.origin === "republished" || !isFilled(content.author) || isPlaceholder(content.author)) return [];
  const same = normalizeLine(content.author).toLowerCase() === normalizeLine(facts.accountName).toLowerCase();
  if (same || /\p{L}/u.test(content.onBehalf)) return [];
  const detail = { field: "author", place: "Tác giả", author: content.author, account: facts.accountName };
  return [refusal("authorNotAccountHolder", "Đ17.k1.e", detail)];
};

/** Đ6.k3, REQ-036, REQ-070: every picture has author, source and a description, or is marked as decoration. */
const picturesCredited: Rule = (content) => [
  ...(content.cover ? pictureRefusals(content.cover, "cover", picturePlace(content.cover, 0)) : []),
  ...pictures(content.body).flatMap(({ picture, number }) =>
    pictureRefusals(picture, "body", picturePlace(picture, number)),
  ),
];

function pictureRefusals(picture: Picture, field: string, place: string): readonly ContentRefusal[] {
  const credit = (value: string, missing: ContentCode, placeholder: ContentCode) => {
    if (!isFilled(value)) return [refusal(missing, "Đ6.k3", { field, place })];
    return isPlaceholder(value) ? [refusal(placeholder, "Đ6.k3", { field, place, value })] : [];
  };
  return [
    ...credit(picture.author, "pictureAuthorMissing", "pictureAuthorPlaceholder"),
    ...credit(picture.source, "pictureSourceMissing", "pictureSourcePlaceholder"),
    ...(picture.decorative || isFilled(picture.alt)
      ? []
      : [refusal("pictureAltMissing", "Đ13.k1.a", { field, place })]),
  ];
}

/** Đ6.k3, REQ-036: every video has a name, an author and a source; our own also a poster and captions (Đ13.k1.a). */
const videosCredited: Rule = (content) => [
  ...videos(content.body).flatMap(({ video, number }) => {
    const place = videoPlace(video, number);
    const missing = (code: ContentCode, present: boolean) =>
      present ? [] : [refusal(code, "Đ13.k1.a", { field: "body", place })];
    return [
      ...videoCredits(video, place),
      ...missing("videoPosterMissing", video.poster !== null),
      ...missing("videoCaptionsMissing", video.captions !== null || isFilled(video.uncaptioned)),
    ];
  }),
  ...embeds(content.body).flatMap(({ embed, number }) => videoCredits(embed, embedPlace(embed, number))),
];

function videoCredits({ title, author, source }: Video | Embed, place: string): readonly ContentRefusal[] {
  const at = { field: "body", place };
  const credit = (value: string, missing: ContentCode, placeholder: ContentCode) => {
    if (!isFilled(value)) return [refusal(missing, "Đ6.k3", at)];
    return isPlaceholder(value) ? [refusal(placeholder, "Đ6.k3", { ...at, value })] : [];
  };
  return [
    ...(isFilled(title) ? [] : [refusal("videoTitleMissing", "Đ13.k1.a", at)]),
    ...credit(author, "videoAuthorMissing", "videoAuthorPlaceholder"),
    ...credit(source, "videoSourceMissing", "videoSourcePlaceholder"),
  ];
}

/** Đ5.k1, REQ-030: nothing that bears a mark of state secrecy is put on the portal. */
const noSecrecyMarks: Rule = (content) =>
  contentParts(content).flatMap((part) => {
    const mark = secrecyMarkOf(part);
    return mark === null ? [] : [refusal("secrecyMark", "Đ5.k1", { field: part.field, place: part.place, mark })];
  });

function secrecyMarkOf(part: ContentPart): string | null {
  // A person may be called Mật.
  if (part.kind === "credit") return null;
  for (const line of part.text.split("\n")) {
    const mark = part.kind === "name" ? secrecyMarkInName(line) : secrecyMarkInLine(line);
    if (mark !== null) return mark;
  }
  return null;
}

const FAULTS: Readonly<Record<BadCharacterKind, string>> = {
  replacement: "ký tự bị hỏng, không đọc được",
  control: "ký tự điều khiển",
  privateUse: "ký tự của phông chữ riêng",
  loneSurrogate: "ký tự bị hỏng, không đọc được",
  decomposed: "chữ Unicode tổ hợp",
  tcvn3: "chữ gõ theo bảng mã TCVN3 (ABC)",
  vni: "chữ gõ theo bảng mã VNI",
};

/** Đ6.k4, REQ-037: Vietnamese text is Unicode of TCVN 6909:2001, and sound. */
const soundText: Rule = (content) =>
  contentParts(content).flatMap((part) => {
    const bad = findBadCharacter(part.text);
    if (bad === null) return [];
    const detail = { field: part.field, place: part.place, fault: FAULTS[bad.kind], around: excerpt(bad.around, 80) };
    return [refusal("badCharacter", "Đ6.k4", detail)];
  });

const RULES: readonly Rule[] = [
  requiredFields,
  namedCredits,
  ownName,
  originalNamed,
  picturesCredited,
  videosCredited,
  noSecrecyMarks,
  soundText,
];

/** A text of nothing but blanks is empty. */
function isFilled(text: string): boolean {
  return normalizeLine(text) !== "";
}

function refusal(code: ContentCode, clause: string, detail: Readonly<Record<string, string>>): ContentRefusal {
  return { code, clause, detail };
}
