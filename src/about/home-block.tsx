import { dayOf } from "../kernel/clock.ts";
import { PartHead } from "../site/home.view.tsx";
import type { HomeBlockSource } from "../site/home-block.ts";
import { formatDay } from "../ui/format.ts";
import { ADMISSIONS, admissionHref } from "./fields.ts";
import { livePages } from "./pages.queries.ts";
import { admissionPhase } from "./rules.ts";

const SHOWN = 3;

/** On the home page: the admissions that are open or to come, the nearest end first (law.md §2.8). */
export const ADMISSIONS_BLOCK: HomeBlockSource = {
  key: "admissions",
  tags: ["about"],
  async block({ db, clock }) {
    const today = dayOf(clock.now());
    const rows = (await livePages(db, "admission"))
      .map(({ slug, content }) => {
        const { title = "", opensOn = "", closesOn = "" } = content;
        return { href: admissionHref(slug), title, opensOn, closesOn };
      })
      .filter((row) => admissionPhase(row, today) !== "closed")
      .sort((a, b) => a.closesOn.localeCompare(b.closesOn))
      .slice(0, SHOWN);
    if (rows.length === 0) return null;
    return (
      <section class="home-admissions" aria-labelledby="khoi-tuyen-sinh">
        <PartHead id="khoi-tuyen-sinh" name="Tuyển sinh" href={ADMISSIONS} more="Tất cả" />
        <ul class="home-lines">
          {rows.map(({ href, title, opensOn, closesOn }) => (
            <li key={href}>
              <a href={href}>{title}</a>
              <span class="home-line-facts">
                {opensOn > today ? `Nhận hồ sơ từ ${formatDay(opensOn)}` : `Nhận hồ sơ đến hết ${formatDay(closesOn)}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    );
  },
};
