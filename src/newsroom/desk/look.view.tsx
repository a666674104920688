import { type DeskFrame, DeskLayout } from "../../desk/layout.view.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { PageHead } from "../../ui/data.tsx";
import { formatDateTime } from "../../ui/format.ts";
import { editCrumbs } from "./edit-crumbs.ts";
import { paths } from "./paths.ts";

export interface LookView {
  readonly edition: string;
  readonly title: string;
  /** When the person's own unfinished copy was kept; it is what the frames show. */
  readonly copyAt: string | null;
  readonly version: number;
}

/** The draft as the public would read it, on a phone and on a desk. */
export function LookPage({ desk, view }: { readonly desk: DeskFrame; readonly view: LookView }) {
  const { edition, title, copyAt, version } = view;
  const shown =
    copyAt === null ? `phiên bản ${version} đã lưu` : `phần bạn đang gõ, lưu tạm lúc ${formatDateTime(copyAt)}`;
  return (
    <DeskLayout
      desk={desk}
      title={`Xem trước: ${title}`}
      path={paths.look(edition)}
      breadcrumbs={[...editCrumbs({ edition, title }).slice(0, -1), { label: "Xem trước" }]}
      wide
    >
      <PageHead
        title="Xem trước"
        lead={`Đúng như người đọc sẽ thấy, từ ${shown}. Ngày đăng và người chịu trách nhiệm hiện khi bài được đăng; liên kết không mở trong khung.`}
        actions={<LinkButton href={paths.article(edition)}>Về bài</LinkButton>}
      />
      <div class="look">
        <Look edition={edition} id="dien-thoai" name="Trên điện thoại" width={360} height={720} />
        <Look edition={edition} id="may-tinh" name="Trên máy tính" width={1280} height={900} />
      </div>
    </DeskLayout>
  );
}

interface LookProps {
  readonly edition: string;
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
}

function Look({ edition, id, name, width, height }: LookProps) {
  return (
    <div class={`look-part look-${id}`}>
      <h2 class="panel-subtitle" id={id}>
        {name} <span class="hint">({width} px)</span>
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="look-scroll" tabIndex={0} aria-labelledby={id}>
        <iframe
          class="look-frame"
          title={`Bài ${name.toLowerCase()}`}
          src={paths.lookFrame(edition)}
          width={width}
          height={height}
          sandbox="allow-same-origin"
        />
      </section>
    </div>
  );
}
