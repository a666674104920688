import { BY_SYSTEM } from "../act.ts";
import { addSeconds } from "../kernel/clock.ts";
import type { Portal } from "../portal.ts";
import { changeSettings } from "../settings/change-settings.ts";

const FEED = "https://so-gddt.example.vn/rss/tin-tuc.xml";
const HOUR = 3600;

/** Headlines as they would come from the feed of a Sở; the addresses lead to a name kept for examples. */
const HEADLINES: readonly (readonly [title: string, hoursAgo: number])[] = [
  ["Hướng dẫn tổ chức ôn tập, kiểm tra cuối học kỳ I đối với giáo dục thường xuyên", 5],
  ["Tập huấn sử dụng nền tảng học trực tuyến cho giáo viên toàn thành phố", 26],
  ["Công bố lịch thi tốt nghiệp trung học phổ thông và các mốc đăng ký", 50],
  ["Hội nghị triển khai chuyển đổi số trong các cơ sở giáo dục", 74],
  ["Kết quả hội thi giáo viên dạy giỏi khối giáo dục thường xuyên", 120],
];

/** News of Sở as last read. The demonstration itself asks nobody's machine. */
export async function fillSharing(portal: Portal): Promise<void> {
  const answer = await portal.act(BY_SYSTEM, changeSettings, { "superior.feed": FEED });
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  const now = portal.clock.now();
  await portal.database.transact(async (tx) => {
    await tx
      .insertInto("superior_pull")
      .values({ id: 1, feed: FEED, tried_at: now, good_at: now, problem: null, etag: null, modified: null })
      .execute();
    const rows = HEADLINES.map(([title, hoursAgo], position) => ({
      position,
      title,
      link: `https://so-gddt.example.vn/tin-tuc/${position + 1}`,
      published_at: addSeconds(now, -hoursAgo * HOUR),
    }));
    await tx.insertInto("superior_item").values(rows).execute();
  });
}
