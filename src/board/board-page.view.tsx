import type { ComponentChildren } from "preact";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { PageHead } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { Tabs } from "../ui/navigation.tsx";
import { BOARD_PATHS, boardTabs } from "./paths.ts";

/** What every page of the board shares. */
export interface BoardFrame {
  readonly desk: DeskFrame;
  readonly nonce: string;
  /** Address of this page. */
  readonly path: string;
  /** What was just done. */
  readonly done?: string | undefined;
}

interface BoardPageProps {
  readonly frame: BoardFrame;
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** Which view of the board this is. */
  readonly tab: string;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One page of the board: title, what was just done, the views of the board, then its own part. */
export function BoardPage({ frame, title, lead, tab, actions, children }: BoardPageProps) {
  return (
    <DeskLayout
      desk={frame.desk}
      title={title}
      path={frame.path}
      nonce={frame.nonce}
      breadcrumbs={[
        { label: "Bàn làm việc", href: "/ban-bien-tap" },
        ...(frame.path === BOARD_PATHS.board ? [] : [{ label: "Ban biên tập", href: BOARD_PATHS.board }]),
        { label: title },
      ]}
    >
      <PageHead title={title} lead={lead} actions={actions} />
      {frame.done && (
        <Notice kind="ok" live>
          <p>{frame.done}</p>
        </Notice>
      )}
      <Tabs label="Các trang về Ban biên tập" items={boardTabs(tab)} />
      {children}
    </DeskLayout>
  );
}

/** The hidden token that every form carries. */
export function Token({ frame }: { readonly frame: BoardFrame }) {
  return <input type="hidden" name="csrf" value={frame.desk.csrf} />;
}
