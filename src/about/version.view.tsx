import { attachmentAddress } from "../media/addresses.ts";
import { Words } from "../newsroom/diff.view.tsx";
import { diffText } from "../newsroom/word-diff.ts";
import { Button } from "../ui/button.tsx";
import { type Option, Select } from "../ui/choice.tsx";
import { Panel } from "../ui/data.tsx";
import { formatDateTime } from "../ui/format.ts";
import { AboutDeskPage, type AboutFrame } from "./desk.view.tsx";
import { type PageKind, pageFields } from "./fields.ts";
import type { PageVersion } from "./pages.queries.ts";
import { ABOUT_PATHS } from "./paths.ts";

export interface VersionView {
  readonly frame: AboutFrame;
  readonly page: string;
  readonly title: string;
  readonly kind: PageKind;
  readonly shown: PageVersion;
  /** What it is compared with; null when it is the only one. */
  readonly before: PageVersion | null;
  readonly versions: readonly PageVersion[];
}

/** One version of a page, word by word against another: what came is underlined, what went is struck through. */
export function VersionPage({ view }: { readonly view: VersionView }) {
  const { shown, before, versions } = view;
  const options: Option[] = versions
    .filter(({ version }) => version !== shown.version)
    .map(({ version, at, person }) => ({
      value: String(version),
      label: `Bản ${version}, ${formatDateTime(at)}, ${person}`,
    }));
  const fields = pageFields(view.kind)
    .map(({ key, label }) => ({ label, old: before?.content[key] ?? "", text: shown.content[key] ?? "" }))
    .filter(({ old, text }) => old !== "" || text !== "");
  const isSame = before !== null && fields.every(({ old, text }) => old === text);
  const gone = (before?.files ?? []).filter(({ hash }) => shown.files.every((file) => file.hash !== hash));
  return (
    <AboutDeskPage
      frame={view.frame}
      title={`${view.title}: bản ${shown.version}`}
      above={{ label: view.title, href: ABOUT_PATHS.page(view.page) }}
    >
      <p>
        {shown.person} lưu lúc {formatDateTime(shown.at)}
        {before && `; so với bản ${before.version} (${before.person}, ${formatDateTime(before.at)})`}.
      </p>
      {options.length > 0 && (
        <form class="filters" method="get" action={ABOUT_PATHS.version(view.page, shown.version)}>
          <Select name="so" label="So với bản" options={options} value={before ? String(before.version) : ""} />
          <div class="filters-buttons">
            <Button>So sánh</Button>
          </div>
        </form>
      )}
      {isSame && <p>Lời văn của hai bản giống nhau.</p>}
      {fields.map(({ label, old, text }) => (
        <Panel key={label} title={label}>
          <div class="diff">
            {before === null
              ? text.split("\n").map((line, at) => <p key={at}>{line}</p>)
              : linesOf(old, text).map((stretches, at) => (
                  <p key={at}>
                    <Words stretches={stretches} />
                  </p>
                ))}
          </div>
        </Panel>
      ))}
      {(shown.files.length > 0 || gone.length > 0) && (
        <Panel title="Tệp">
          <ul>
            {shown.files.map(({ hash, name, title }) => (
              <li key={hash}>
                <a href={attachmentAddress(hash, name)}>{title}</a>
                {before?.files.every((file) => file.hash !== hash) && " (mới thêm)"}
              </li>
            ))}
            {gone.map(({ hash, title }) => (
              <li key={hash}>{title} (đã bỏ)</li>
            ))}
          </ul>
        </Panel>
      )}
    </AboutDeskPage>
  );
}

/** The stretches of a comparison, broken where the text breaks its lines. */
function linesOf(old: string, text: string) {
  const lines: { change: "kept" | "added" | "removed"; text: string }[][] = [[]];
  for (const { change, text: words } of diffText(old, text)) {
    for (const [at, part] of words.split("\n").entries()) {
      if (at > 0) lines.push([]);
      if (part !== "") lines.at(-1)!.push({ change, text: part });
    }
  }
  return lines.filter((line) => line.length > 0);
}
