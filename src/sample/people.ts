import type { Hat } from "../regulation/hats.ts";

/** A hat of the sample centre; unit and fields by their codes. */
export interface SampleHat {
  readonly hat: Hat;
  /** MEMBER, CONTRIBUTOR: the unit. */
  readonly unit?: string;
  /** Deputies: units and fields in charge (Đ10). */
  readonly units?: readonly string[];
  readonly fields?: readonly string[];
}

/** Somebody of the sample centre. Every name is invented; accounts are made from these. */
export interface SamplePerson {
  readonly username: string;
  readonly fullName: string;
  readonly position: string;
  readonly email: string;
  /** Code of his own unit; for an external contributor the one that sponsors him. */
  readonly unit: string;
  readonly isExternal?: boolean;
  readonly hats: readonly SampleHat[];
}

const at = (username: string) => `${username}@trungtam.example`;

const staff = (
  username: string,
  fullName: string,
  position: string,
  unit: string,
  hats: readonly SampleHat[],
): SamplePerson => ({ username, fullName, position, unit, hats, email: at(username) });

export const SAMPLE_PEOPLE: readonly SamplePerson[] = [
  staff("giamdoc", "Nguyễn Đức Minh", "Giám đốc", "ban-giam-doc", [{ hat: "DIRECTOR" }, { hat: "CHIEF" }]),
  staff("thuongtruc", "Phạm Thanh Thúy", "Phó Giám đốc", "ban-giam-doc", [
    { hat: "STANDING_DEPUTY", units: ["cong-nghe-thong-tin"], fields: ["truyen-thong"] },
  ]),
  staff("phoban.chuyen-mon", "Trần Quốc Hưng", "Phó Giám đốc", "ban-giam-doc", [
    {
      hat: "DEPUTY",
      units: ["dao-tao", "giao-duc-thuong-xuyen", "ngoai-ngu-tin-hoc"],
      fields: ["chuyen-mon", "tuyen-sinh"],
    },
  ]),
  staff("phoban.hanh-chinh", "Lê Thị Ngọc Hà", "Phó Giám đốc", "ban-giam-doc", [
    { hat: "DEPUTY", units: ["to-chuc-hanh-chinh"], fields: ["hanh-chinh"] },
  ]),
  // One person, three hats (Đ8.k1.g3).
  staff("thuky", "Vũ Hồng Lan", "Trưởng phòng Công nghệ thông tin", "cong-nghe-thong-tin", [
    { hat: "SECRETARY" },
    { hat: "ADMIN" },
    { hat: "MEMBER", unit: "cong-nghe-thong-tin" },
  ]),
  staff("quantri", "Hoàng Gia Bảo", "Chuyên viên kỹ thuật", "cong-nghe-thong-tin", [{ hat: "ADMIN" }]),
  staff("truong.dao-tao", "Đặng Thị Hoa", "Trưởng phòng Đào tạo", "dao-tao", [{ hat: "MEMBER", unit: "dao-tao" }]),
  staff("truong.to-chuc-hanh-chinh", "Bùi Văn Sơn", "Trưởng phòng Tổ chức – Hành chính", "to-chuc-hanh-chinh", [
    { hat: "MEMBER", unit: "to-chuc-hanh-chinh" },
  ]),
  staff(
    "truong.giao-duc-thuong-xuyen",
    "Ngô Thị Bích Liên",
    "Trưởng phòng Giáo dục thường xuyên",
    "giao-duc-thuong-xuyen",
    [{ hat: "MEMBER", unit: "giao-duc-thuong-xuyen" }],
  ),
  staff("truong.ngoai-ngu-tin-hoc", "Đỗ Mạnh Cường", "Giám đốc Trung tâm Ngoại ngữ – Tin học", "ngoai-ngu-tin-hoc", [
    { hat: "MEMBER", unit: "ngoai-ngu-tin-hoc" },
  ]),
  staff("ctv.cong-nghe-thong-tin", "Phan Anh Tuấn", "Chuyên viên", "cong-nghe-thong-tin", [
    { hat: "CONTRIBUTOR", unit: "cong-nghe-thong-tin" },
  ]),
  staff("ctv.dao-tao", "Nguyễn Thị Mai", "Giáo viên Ngữ văn", "dao-tao", [{ hat: "CONTRIBUTOR", unit: "dao-tao" }]),
  staff("ctv.to-chuc-hanh-chinh", "Trịnh Thu Trang", "Văn thư", "to-chuc-hanh-chinh", [
    { hat: "CONTRIBUTOR", unit: "to-chuc-hanh-chinh" },
  ]),
  staff("ctv.giao-duc-thuong-xuyen", "Lương Văn Khải", "Giáo viên Lịch sử", "giao-duc-thuong-xuyen", [
    { hat: "CONTRIBUTOR", unit: "giao-duc-thuong-xuyen" },
  ]),
  staff("ctv.ngoai-ngu-tin-hoc", "Cao Thùy Dương", "Giáo viên Tiếng Anh", "ngoai-ngu-tin-hoc", [
    { hat: "CONTRIBUTOR", unit: "ngoai-ngu-tin-hoc" },
  ]),
  {
    username: "ctv.ngoai",
    fullName: "Đinh Công Thành",
    position: "Cựu học viên, cộng tác viên",
    email: at("ctv.ngoai"),
    unit: "giao-duc-thuong-xuyen",
    isExternal: true,
    hats: [{ hat: "CONTRIBUTOR", unit: "giao-duc-thuong-xuyen" }],
  },
  staff("thanhtra", "Tạ Thị Kim Oanh", "Trưởng ban Thanh tra nhân dân", "to-chuc-hanh-chinh", [{ hat: "INSPECTOR" }]),
];
