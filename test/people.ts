import type { By } from "../src/act.ts";
import type { Hat } from "../src/regulation/hats.ts";
import type { SampleCentre } from "../src/sample/centre.ts";

/** The people of the stories, by the name the stories call them; each is somebody of the sample centre. */
export const STORY_PEOPLE = {
  /** Giám đốc, Trưởng ban. */
  Minh: "giamdoc",
  /** Phó Trưởng ban thường trực. */
  Thúy: "thuongtruc",
  /** Phó Trưởng ban, chuyên môn. */
  Hưng: "phoban.chuyen-mon",
  /** Phó Trưởng ban, hành chính. */
  Hà: "phoban.hanh-chinh",
  /** Thư ký, Quản trị và trưởng phòng Công nghệ thông tin. */
  Lan: "thuky",
  /** Quản trị. */
  Bảo: "quantri",
  /** Trưởng phòng Đào tạo. */
  Hoa: "truong.dao-tao",
  /** Trưởng phòng Tổ chức – Hành chính. */
  Sơn: "truong.to-chuc-hanh-chinh",
  /** Giáo viên, cộng tác viên của phòng Đào tạo. */
  Mai: "ctv.dao-tao",
  /** Văn thư, cộng tác viên của phòng Tổ chức – Hành chính. */
  Trang: "ctv.to-chuc-hanh-chinh",
  /** Cộng tác viên ngoài. */
  Thành: "ctv.ngoai",
  /** Người kiểm tra. */
  Oanh: "thanhtra",
} as const;

export type StoryName = keyof typeof STORY_PEOPLE;

/** Somebody of the stories in one of his hats; the first one when none is named. */
export function by(centre: SampleCentre, name: StoryName, hat?: Hat): By {
  const person = centre.people[STORY_PEOPLE[name]]!;
  return { person: person.id, hat: hat ?? person.hats[0]! };
}
