import { type DeskFrame, DeskLayout } from "../desk/layout.view.tsx";
import { Button } from "../ui/button.tsx";
import { PageHead } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { Field, TextArea } from "../ui/field.tsx";
import { Icon } from "../ui/icon.tsx";
import { type Item, isLasting, type Part } from "./arrangement.ts";
import { FIELDS, moveValue } from "./desk-form.ts";
import { ARRANGEMENT_PATHS } from "./paths.ts";

export interface NamedItem extends Item {
  readonly name: string;
}

export interface ProposalView {
  readonly version: number;
  readonly reason: string;
  readonly by: string;
  readonly menu: readonly NamedItem[];
  readonly home: readonly NamedItem[];
  readonly opinions: readonly { readonly by: string; readonly text: string }[];
}

export interface ArrangementView {
  /** As the form shows them. */
  readonly menu: readonly NamedItem[];
  readonly home: readonly NamedItem[];
  /** As the public sees them. */
  readonly nowMenu: readonly NamedItem[];
  readonly nowHome: readonly NamedItem[];
  readonly typed: {
    readonly reason: string;
    readonly address: string;
    readonly name: string;
    readonly opinion: string;
  };
  readonly isUnsaved: boolean;
  readonly items: readonly SummaryItem[];
  readonly errors: Readonly<Record<string, string>>;
  readonly done: string | undefined;
  readonly proposal: ProposalView | null;
  readonly runs: readonly {
    readonly seq: number;
    readonly version: number;
    readonly reason: string;
    readonly name: string;
    readonly at: string;
  }[];
  readonly applied: number | null;
  readonly mayChange: boolean;
  readonly maySpeak: boolean;
  readonly scripts: readonly string[];
  readonly nonce: string;
}

interface Props {
  readonly desk: DeskFrame;
  readonly view: ArrangementView;
}

/** Menu and home page: how they stand, what is proposed, what was said of it, and for the administrator the lists. */
export function ArrangementPage({ desk, view }: Props) {
  return (
    <DeskLayout
      desk={desk}
      title="Menu và trang chủ"
      path={ARRANGEMENT_PATHS.page}
      scripts={view.scripts}
      nonce={view.nonce}
    >
      <ErrorSummary items={view.items} />
      {view.done && (
        <Notice kind="ok" live>
          <p>{view.done}</p>
        </Notice>
      )}
      <PageHead
        title="Menu và trang chủ"
        lead="Quản trị Cổng đề nghị và áp dụng (khoản 3 Điều 7); các Phó Trưởng ban, Trưởng Ban và Thư ký cho ý kiến (Điều 10)."
      />
      {view.proposal && <Proposal desk={desk} view={view} proposal={view.proposal} />}
      {view.mayChange ? <ArrangeForm desk={desk} view={view} /> : <Now view={view} />}
      {view.runs.length > 0 && <Runs desk={desk} view={view} />}
    </DeskLayout>
  );
}

function Proposal({ desk, view, proposal }: Props & { readonly proposal: ProposalView }) {
  const { version, reason, by, opinions } = proposal;
  return (
    <section class="panel" aria-labelledby="de-nghi">
      <h2 class="panel-title" id="de-nghi">
        Đề nghị số {version} đang lấy ý kiến
      </h2>
      <p>
        {reason} <span class="hint">({by})</span>
      </p>
      <div class="arranged-pair">
        <Names title="Danh mục chính" items={proposal.menu} before={view.nowMenu} />
        <Names title="Trang chủ" items={proposal.home} before={view.nowHome} />
      </div>
      <h3 class="panel-subtitle">Ý kiến</h3>
      {opinions.length === 0 && <p>Chưa có ý kiến.</p>}
      {opinions.map(({ by: who, text }) => (
        <blockquote class="opinion" key={who}>
          <p>{text}</p>
          <footer class="hint">{who}</footer>
        </blockquote>
      ))}
      {view.maySpeak && (
        <form class="form" method="post" action={ARRANGEMENT_PATHS.opinion} noValidate>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <input type="hidden" name="ban" value={version} />
          <TextArea
            name="y-kien"
            label="Ý kiến của bạn"
            rows={3}
            value={view.typed.opinion}
            error={view.errors["y-kien"]}
          />
          <Button kind="primary">Gửi ý kiến</Button>
        </form>
      )}
      {view.mayChange && (
        <form class="actions" method="post" action={ARRANGEMENT_PATHS.apply}>
          <input type="hidden" name="csrf" value={desk.csrf} />
          <input type="hidden" name="ban" value={version} />
          <Button kind="primary">Áp dụng lên Cổng</Button>
        </form>
      )}
    </section>
  );
}

function Names({
  title,
  items,
  before,
}: {
  readonly title: string;
  readonly items: readonly NamedItem[];
  readonly before: readonly NamedItem[];
}) {
  const gone = before.filter(({ key }) => !items.some((item) => item.key === key));
  const isNew = ({ key }: NamedItem) => !before.some((item) => item.key === key);
  return (
    <div>
      <h3 class="panel-subtitle">{title}</h3>
      <ol class="arranged-names">
        {items.map((item) => (
          <li key={item.key}>
            {item.name}
            {isNew(item) && <span class="hint"> (mới)</span>}
          </li>
        ))}
      </ol>
      {gone.length > 0 && <p class="hint">Không còn hiện: {gone.map(({ name }) => name).join(", ")}.</p>}
    </div>
  );
}

function Now({ view }: Pick<Props, "view">) {
  return (
    <section class="panel" aria-labelledby="dang-hien">
      <h2 class="panel-title" id="dang-hien">
        Đang hiện trên Cổng
      </h2>
      <div class="arranged-pair">
        <Names title="Danh mục chính" items={view.nowMenu} before={view.nowMenu} />
        <Names title="Trang chủ" items={view.nowHome} before={view.nowHome} />
      </div>
    </section>
  );
}

function ArrangeForm({ desk, view }: Props) {
  return (
    <form class="panel arrange-form" method="post" action={ARRANGEMENT_PATHS.page} noValidate data-arrange>
      {/* What Enter in a field presses: the first button would else move a row. */}
      <button class="visually-hidden" name="viec" value="them" tabIndex={-1} aria-hidden="true" type="submit">
        Thêm
      </button>
      <input type="hidden" name="csrf" value={desk.csrf} />
      <h2 class="panel-title">Sắp xếp</h2>
      <p class="hint">
        Kéo biểu tượng ở đầu dòng, hoặc dùng nút lên, xuống. Bỏ dấu “Hiện” để ẩn. “Công khai” luôn hiện (điểm c khoản 1
        Điều 13).
      </p>
      {view.isUnsaved && (
        <Notice kind="info" live>
          <p>Thay đổi chưa được lưu. Hãy ghi lý do rồi bấm “Lưu đề nghị” ở cuối.</p>
        </Notice>
      )}
      <div class="arranged-pair">
        <Rows part="MENU" title="Danh mục chính" items={view.menu} />
        <Rows part="HOME" title="Trang chủ" items={view.home} />
      </div>
      <fieldset class="arrange-add">
        <legend class="panel-subtitle">Thêm một trang vào danh mục chính</legend>
        <Field
          name="dia-chi"
          label="Địa chỉ trang"
          hint="Trang công khai của Cổng, ví dụ: /gioi-thieu/lich-su hoặc /bai-viet/…"
          value={view.typed.address}
          error={view.errors["dia-chi"]}
          optional
        />
        <Field name="ten" label="Tên hiện trong danh mục" value={view.typed.name} error={view.errors.ten} optional />
        <Button name="viec" value="them" icon="plus">
          Thêm vào danh sách
        </Button>
      </fieldset>
      <TextArea
        name="ly-do"
        label="Lý do thay đổi"
        hint="Ban biên tập đọc khi cho ý kiến; nhật ký giữ lại."
        rows={2}
        value={view.typed.reason}
        error={view.errors["ly-do"]}
      />
      <div class="actions">
        <Button kind="primary" name="viec" value="luu">
          Lưu đề nghị
        </Button>
      </div>
      <p class="visually-hidden" role="status" data-arrange-said />
    </form>
  );
}

function Rows(props: { readonly part: Part; readonly title: string; readonly items: readonly NamedItem[] }) {
  const { part, title, items } = props;
  const field = FIELDS[part];
  return (
    <fieldset class="arrange-part">
      <legend class="panel-subtitle">{title}</legend>
      <ol class="arrange-list" data-arrange-list>
        {items.map(({ key, label, name, shown }) => (
          <li class="arrange-row" key={key} data-name={name}>
            <input type="hidden" name={field} value={key} />
            {label !== null && <input type="hidden" name={`ten:${key}`} value={label} />}
            <span class="arrange-grip" data-arrange-grip>
              <Icon name="grip" />
            </span>
            <span class="arrange-name">
              {name}
              {part === "MENU" && <span class="hint">{key}</span>}
            </span>
            {isLasting(key) ? (
              <>
                <input type="hidden" name={`hien-${field}`} value={key} />
                <span class="arrange-shown">Luôn hiện</span>
              </>
            ) : (
              <label class="arrange-shown">
                <input type="checkbox" name={`hien-${field}`} value={key} checked={shown} /> Hiện
                <span class="visually-hidden"> {name}</span>
              </label>
            )}
            <span class="arrange-buttons">
              {label !== null && (
                <button class="arrange-button" name="bo" value={key} type="submit" aria-label={`Bỏ ${name}`}>
                  <Icon name="trash" />
                </button>
              )}
              <button
                class="arrange-button"
                name="chuyen"
                value={moveValue(part, -1, key)}
                type="submit"
                data-arrange-by="-1"
                aria-label={`Chuyển ${name} lên`}
              >
                <Icon name="up" />
              </button>
              <button
                class="arrange-button"
                name="chuyen"
                value={moveValue(part, 1, key)}
                type="submit"
                data-arrange-by="1"
                aria-label={`Chuyển ${name} xuống`}
              >
                <Icon name="down" />
              </button>
            </span>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

function Runs({ desk, view }: Props) {
  return (
    <section class="panel" aria-labelledby="da-ap-dung">
      <h2 class="panel-title" id="da-ap-dung">
        Các lần đã áp dụng
      </h2>
      <ol class="arranged-runs">
        {view.runs.map(({ seq, version, reason, name, at }) => (
          <li key={seq}>
            <p>
              Đề nghị số {version}: {reason}{" "}
              <span class="hint">
                ({name}, {at})
              </span>
            </p>
            {view.mayChange && version !== view.applied && (
              <form method="post" action={ARRANGEMENT_PATHS.apply}>
                <input type="hidden" name="csrf" value={desk.csrf} />
                <input type="hidden" name="ban" value={version} />
                <Button kind="quiet">Dùng lại đề nghị số {version}</Button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
