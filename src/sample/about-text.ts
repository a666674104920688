import type { Days } from "./days.ts";

interface SamplePage {
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}

/** Fixed pages of the sample centre; its history is invented. */
export const SAMPLE_PAGES: readonly SamplePage[] = [
  {
    slug: "gioi-thieu",
    title: "Giới thiệu",
    lead: "Trung tâm Giáo dục thường xuyên Hải Phòng là cơ sở giáo dục công lập trực thuộc Sở Giáo dục và Đào tạo Hải Phòng.",
    body: `Trung tâm tổ chức dạy học chương trình giáo dục thường xuyên, bồi dưỡng ngoại ngữ, tin học, liên kết đào tạo và các chương trình đáp ứng nhu cầu học tập suốt đời của người dân thành phố.

## Người học ở Trung tâm
- Học viên lớp 10, 11, 12 chương trình giáo dục thường xuyên cấp trung học phổ thông.
- Người đi làm cần hoàn thành chương trình phổ thông.
- Người học ngoại ngữ, tin học và các khóa bồi dưỡng ngắn hạn.

## Đến với Trung tâm
Phụ huynh và học viên có thể xem thông báo tuyển sinh, thủ tục hành chính và liên hệ từng đơn vị ngay trên Cổng này.`,
  },
  {
    slug: "chuc-nang-nhiem-vu",
    title: "Chức năng, nhiệm vụ, quyền hạn",
    lead: "Những việc Trung tâm được giao và chịu trách nhiệm.",
    body: `## Chức năng
Trung tâm tổ chức thực hiện các chương trình giáo dục thường xuyên, đáp ứng nhu cầu học tập của mọi người, góp phần xây dựng xã hội học tập.

## Nhiệm vụ
- Tổ chức thực hiện chương trình xóa mù chữ và giáo dục tiếp tục sau khi biết chữ.
- Dạy học chương trình giáo dục thường xuyên cấp trung học cơ sở, trung học phổ thông.
- Bồi dưỡng, cập nhật kiến thức, kỹ năng; tổ chức thi và cấp chứng chỉ theo quy định.
- Liên kết đào tạo với các cơ sở giáo dục theo nhu cầu của địa phương.
- Quản lý đội ngũ, người học, tài chính, tài sản theo quy định của pháp luật.

## Quyền hạn
- Được bảo đảm các điều kiện để thực hiện nhiệm vụ được giao.
- Được cấp văn bằng, chứng chỉ thuộc thẩm quyền.
- Được hợp tác với tổ chức, cá nhân trong tổ chức hoạt động giáo dục.`,
  },
  {
    slug: "lich-su",
    title: "Quá trình hình thành và phát triển",
    lead: "Những mốc chính của Trung tâm (nội dung mẫu).",
    body: `## Những năm đầu
Trung tâm được thành lập để tổ chức các lớp bổ túc văn hóa cho người lao động của thành phố.

## Mở rộng
Trung tâm mở thêm các lớp ngoại ngữ, tin học và liên kết đào tạo, phục vụ nhu cầu học tập ngày càng đa dạng.

## Hiện nay
Trung tâm có các phòng chuyên môn, một tổ chức trực thuộc, và đang chuyển các công việc phục vụ người học lên môi trường mạng.`,
  },
  {
    slug: "en-about",
    title: "About the Centre",
    lead: "Hai Phong Centre for Continuing Education is a public institution under the Hai Phong Department of Education and Training.",
    body: `The Centre offers continuing education programmes at lower and upper secondary level, courses in foreign languages and computing, and joint training programmes.

## Structure
- Board of Directors
- Information Technology Office
- Training Office
- Organisation and Administration Office
- Continuing Education Office
- Foreign Language and Computing Centre (affiliated)`,
  },
  {
    slug: "en-structure",
    title: "Organisational structure",
    lead: "The Centre is led by a Director and Deputy Directors, and works through four offices and one affiliated centre.",
    body: `## Board of Directors
- The Director is the legal representative of the Centre and head of the editorial board of this portal.
- Deputy Directors are in charge of academic affairs, administration and finance, communication and digital transformation.

## Offices
- Information Technology Office: runs this portal and the Centre's information systems.
- Training Office: curricula, timetables, examinations and certificates.
- Organisation and Administration Office: personnel, records, finance and facilities.
- Continuing Education Office: lower and upper secondary classes for learners of all ages.

## Affiliated unit
- Foreign Language and Computing Centre: courses and examinations in foreign languages and computing.`,
  },
  {
    slug: "en-contact",
    title: "Contact",
    lead: "Official contact details of the Centre.",
    body: "Office hours: Monday to Friday, 7:30–11:30 and 13:30–17:00. Please write to the official e-mail address below.",
  },
];

interface SampleAdmission {
  readonly unit: string;
  readonly title: string;
  readonly schoolYear: string;
  readonly programme: string;
  readonly subjects: readonly string[];
  readonly quota: string;
  readonly form: string;
  readonly conditions: readonly string[];
  readonly dossier: readonly string[];
  readonly opensOn: string;
  readonly closesOn: string;
  readonly place: string;
  readonly fee: string;
  readonly contact: string;
  readonly note?: string;
  readonly result?: { readonly name: string; readonly text: string };
}

const COUNTER = "Bộ phận tiếp nhận, tầng 1, trụ sở Trung tâm";
const TRAINING = "Phòng Đào tạo, điện thoại 0225 000 0002";

/** One open, one to come, one that is over with its results. */
export const SAMPLE_ADMISSIONS = (days: Days): readonly SampleAdmission[] => [
  {
    unit: "giao-duc-thuong-xuyen",
    title: `Tuyển sinh lớp 10 giáo dục thường xuyên năm học ${days.schoolYear}`,
    schoolYear: days.schoolYear,
    programme: "Giáo dục thường xuyên cấp trung học phổ thông",
    subjects: ["Học sinh đã tốt nghiệp trung học cơ sở.", "Người lao động có nhu cầu học chương trình phổ thông."],
    quota: "180 học viên, 4 lớp",
    form: "Xét tuyển theo học bạ",
    conditions: ["Đã tốt nghiệp trung học cơ sở.", "Đủ tuổi theo quy định."],
    dossier: [
      "Đơn đăng ký dự tuyển.",
      "Học bạ trung học cơ sở.",
      "Bằng hoặc giấy chứng nhận tốt nghiệp.",
      "Giấy khai sinh.",
    ],
    opensOn: days.day(80),
    closesOn: days.day(60),
    place: COUNTER,
    fee: "Không thu lệ phí xét tuyển",
    contact: "Phòng Giáo dục thường xuyên, điện thoại 0225 000 0004",
    result: {
      name: "Ket qua xet tuyen lop 10.csv",
      text: "Số báo danh,Kết quả\nGDTX-001,Trúng tuyển\nGDTX-002,Trúng tuyển\nGDTX-003,Trúng tuyển\n",
    },
  },
  {
    unit: "ngoai-ngu-tin-hoc",
    title: "Tuyển sinh lớp tiếng Anh giao tiếp buổi tối",
    schoolYear: days.schoolYear,
    programme: "Bồi dưỡng ngoại ngữ",
    subjects: ["Người từ 16 tuổi có nhu cầu học."],
    quota: "60 học viên, 3 lớp",
    form: "Ghi danh, kiểm tra xếp lớp",
    conditions: ["Có mặt tại buổi kiểm tra xếp lớp."],
    dossier: ["Phiếu ghi danh.", "Một ảnh 3 × 4 cm."],
    opensOn: days.day(10),
    closesOn: days.day(-15),
    place: COUNTER,
    fee: "Theo thông báo học phí của khóa học",
    contact: "Trung tâm Ngoại ngữ – Tin học, điện thoại 0225 000 0005",
    note: "Lớp học ba buổi tối mỗi tuần, từ 18 giờ đến 19 giờ 30.",
  },
  {
    unit: "dao-tao",
    title: "Tuyển sinh lớp bồi dưỡng nghiệp vụ thư viện trường học",
    schoolYear: days.schoolYear,
    programme: "Bồi dưỡng nghiệp vụ",
    subjects: ["Giáo viên, nhân viên kiêm nhiệm thư viện."],
    quota: "40 học viên, 1 lớp",
    form: "Xét hồ sơ theo thứ tự đăng ký",
    conditions: ["Được đơn vị công tác cử đi học."],
    dossier: ["Công văn hoặc quyết định cử đi học.", "Phiếu đăng ký."],
    opensOn: days.day(-10),
    closesOn: days.day(-30),
    place: COUNTER,
    fee: "Theo hợp đồng với đơn vị cử đi học",
    contact: TRAINING,
  },
];

export const SAMPLE_UNIT_CONTACTS = [
  { unit: "ban-giam-doc", phone: "0225 000 0000", email: "lanhdao@trungtam.example", place: "Tầng 3, nhà A" },
  { unit: "cong-nghe-thong-tin", phone: "0225 000 0001", email: "cntt@trungtam.example", place: "Phòng 201, nhà A" },
  { unit: "dao-tao", phone: "0225 000 0002", email: "daotao@trungtam.example", place: "Phòng 102, nhà A" },
  {
    unit: "to-chuc-hanh-chinh",
    phone: "0225 000 0003",
    email: "hanhchinh@trungtam.example",
    place: "Phòng 101, nhà A",
  },
  { unit: "giao-duc-thuong-xuyen", phone: "0225 000 0004", email: "gdtx@trungtam.example", place: "Phòng 105, nhà B" },
  { unit: "ngoai-ngu-tin-hoc", phone: "0225 000 0005", email: "ngoaingu@trungtam.example", place: "Tầng 1, nhà C" },
] as const;

export const SAMPLE_PEOPLE_CONTACTS = [
  {
    username: "giamdoc",
    phone: "0225 000 0010",
    email: "giamdoc@trungtam.example",
    task: "Lãnh đạo chung; công tác tổ chức, tài chính",
  },
  {
    username: "thuongtruc",
    phone: "0225 000 0011",
    email: "pgd.thuongtruc@trungtam.example",
    task: "Công nghệ thông tin, truyền thông, Cổng thông tin điện tử",
  },
  {
    username: "phoban.chuyen-mon",
    phone: "0225 000 0012",
    email: "pgd.chuyenmon@trungtam.example",
    task: "Chuyên môn, đào tạo, tuyển sinh",
  },
  {
    username: "phoban.hanh-chinh",
    phone: "0225 000 0013",
    email: "pgd.hanhchinh@trungtam.example",
    task: "Hành chính, cơ sở vật chất",
  },
] as const;
