import type { ComponentChildren } from "preact";
import { DeskLayout } from "../desk/layout.view.tsx";
import { PageHead } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { Tabs } from "../ui/navigation.tsx";
import type { LibraryFrame } from "./desk-frame.ts";
import { LIBRARY_PATHS } from "./paths.ts";

const TABS = [
  { href: LIBRARY_PATHS.desk, label: "Danh sách" },
  { href: LIBRARY_PATHS.due, label: "Cần rà soát" },
  { href: LIBRARY_PATHS.warnings, label: "Cảnh báo hiệu lực" },
  { href: LIBRARY_PATHS.import, label: "Nhập từ bảng" },
] as const;

interface LibraryPageProps {
  readonly frame: LibraryFrame;
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly eyebrow?: ComponentChildren;
  readonly actions?: ComponentChildren;
  /** Left out on pages that are not of the library itself. */
  readonly tab?: string | undefined;
  readonly children: ComponentChildren;
}

/** One page of the library's desk: title, what was just done, the views of the library, then its own part. */
export function LibraryPage({ frame, title, lead, eyebrow, actions, tab, children }: LibraryPageProps) {
  return (
    <DeskLayout
      desk={frame.desk}
      title={title}
      path={frame.path}
      nonce={frame.nonce}
      breadcrumbs={[
        { label: "Bàn làm việc", href: "/ban-bien-tap" },
        ...(tab === undefined || frame.path === LIBRARY_PATHS.desk
          ? []
          : [{ label: "Văn bản", href: LIBRARY_PATHS.desk }]),
        { label: title },
      ]}
    >
      <PageHead title={title} lead={lead} eyebrow={eyebrow} actions={actions} />
      {frame.done && (
        <Notice kind="ok" live>
          <p>{frame.done}</p>
        </Notice>
      )}
      {tab !== undefined && (
        <Tabs
          label="Các trang của thư viện văn bản"
          items={TABS.filter(({ href }) => frame.mayChange || href !== LIBRARY_PATHS.import).map((item) => ({
            ...item,
            current: item.href === tab,
          }))}
        />
      )}
      {children}
    </DeskLayout>
  );
}

/** The hidden token that every form carries. */
export function Token({ frame }: { readonly frame: LibraryFrame }) {
  return <input type="hidden" name="csrf" value={frame.desk.csrf} />;
}
