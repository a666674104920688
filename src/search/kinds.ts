/** What can be found, in the order in which filters name it. */
export const KIND_NAMES = {
  article: "Tin, bài",
  disclosure: "Công khai",
  document: "Văn bản",
  procedure: "Thủ tục, dịch vụ",
  answer: "Hỏi đáp",
  event: "Sự kiện",
  consultation: "Lấy ý kiến",
  page: "Trang thông tin",
  album: "Ảnh, video",
} as const;

export type SearchKind = keyof typeof KIND_NAMES;

export const SEARCH_KINDS = Object.keys(KIND_NAMES) as SearchKind[];
