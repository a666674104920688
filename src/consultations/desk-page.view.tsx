import type { ComponentChildren } from "preact";
import { PageStateTag, RoadSteps } from "../about/desk.view.tsx";
import type { PageAct, PageState } from "../about/page-moves.ts";
import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { LinkButton } from "../ui/button.tsx";
import { PageHead, Panel, Timeline, type TimelineEntry } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { Tabs } from "../ui/navigation.tsx";
import type { Phase } from "./call.ts";
import type { Part } from "./consultations.queries.ts";
import { CONSULTATION_PATHS } from "./paths.ts";
import { PhaseTag } from "./site-list.view.tsx";

/** What all desk pages of one consultation show above their own part. */
export interface ConsultationDeskView {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly done?: string | undefined;
  readonly title: string;
  readonly items: readonly SummaryItem[];
  /** Null while it is being begun. */
  readonly one: {
    readonly id: string;
    readonly publicHref: string | null;
    /** Null while nothing is public. */
    readonly phase: Phase | null;
    readonly window: string;
    readonly received: number;
    readonly tab: "call" | "opinions" | "report";
    /** Whether this hat reads the opinions. */
    readonly readsOpinions: boolean;
  } | null;
}

export function ConsultationDeskPage({
  view,
  children,
}: {
  readonly view: ConsultationDeskView;
  readonly children: ComponentChildren;
}) {
  const { desk, nonce, done, title, items, one } = view;
  return (
    <DeskLayout
      desk={desk}
      title={title}
      path={CONSULTATION_PATHS.desk}
      nonce={nonce}
      breadcrumbs={[
        { label: "Bàn làm việc", href: "/ban-bien-tap" },
        { label: "Lấy ý kiến", href: CONSULTATION_PATHS.desk },
        { label: title },
      ]}
    >
      <PageHead
        title={title}
        actions={
          one?.publicHref && (
            <LinkButton href={one.publicHref} icon="external">
              Xem trang công khai
            </LinkButton>
          )
        }
      />
      {one && (
        <>
          <p>
            {one.phase ? <PhaseTag phase={one.phase} /> : "Chưa công bố."} {one.window}
          </p>
          <Tabs
            label="Đợt lấy ý kiến"
            items={[
              { href: CONSULTATION_PATHS.call(one.id), label: "Nội dung", current: one.tab === "call" },
              ...(one.readsOpinions
                ? [
                    {
                      href: CONSULTATION_PATHS.opinions(one.id),
                      label: "Ý kiến nhận được",
                      current: one.tab === "opinions",
                      count: one.received,
                    },
                  ]
                : []),
              { href: CONSULTATION_PATHS.report(one.id), label: "Tiếp thu, giải trình", current: one.tab === "report" },
            ]}
          />
        </>
      )}
      {done && (
        <Notice kind="ok" live>
          <p>{done}</p>
        </Notice>
      )}
      <ErrorSummary items={items} />
      {children}
    </DeskLayout>
  );
}

export interface RoadView {
  readonly id: string;
  readonly part: Part;
  readonly csrf: string;
  readonly version: number;
  readonly state: PageState;
  readonly offers: readonly { readonly act: PageAct; readonly needsReason: boolean }[];
  readonly reason: string;
  readonly error?: string | undefined;
}

/** Where the newest version of a text stands, and what this person may do with it. */
export function Road({ road }: { readonly road: RoadView }) {
  const { id, part, state, ...steps } = road;
  return (
    <>
      <p>
        Bản {road.version}: <PageStateTag state={state} />
      </p>
      {road.offers.length > 0 && (
        <RoadSteps action={CONSULTATION_PATHS.move(id)} {...steps}>
          <input type="hidden" name="phan" value={part} />
        </RoadSteps>
      )}
    </>
  );
}

export function PastSteps({ moves }: { readonly moves: readonly TimelineEntry[] }) {
  if (moves.length === 0) return null;
  return (
    <Panel title="Các bước đã qua">
      <Timeline items={moves} />
    </Panel>
  );
}
