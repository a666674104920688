import { Document } from "../ui/document.tsx";
import { tableSize } from "./column-widths.ts";
import type { Paper, PaperBlock, PaperHead, PaperSignature } from "./paper.ts";
import { COPIES, DRAFT, isTornWhenEven, MOTTO, NATION, type PaperText, paperText } from "./paper-text.ts";

export interface PaperPageProps {
  readonly paper: Paper;
  readonly css: string;
  /** Where the sheet leads back to, and by which words. */
  readonly back: { readonly href: string; readonly label: string };
  /** The same paper as a Word file. */
  readonly word?: string | undefined;
}

/** A page that is nothing but the paper: on the screen as a sheet, out of the printer as Nghị định 30/2020 wants it. */
export function PaperPage({ paper, css, back, word }: PaperPageProps) {
  return (
    <Document title={`${paper.kind} ${paper.abstract}`} robots="noindex" css={[css]} bodyClass="office-desk">
      <nav class="paper-back" aria-label="Bản in">
        <a href={back.href}>{back.label}</a>
        {word && <a href={word}>Tải bản Word</a>}
        <span>Dùng lệnh In của trình duyệt (Ctrl + P) để in trang này.</span>
      </nav>
      <main id="noi-dung">
        <PaperPrint paper={paper} />
      </main>
    </Document>
  );
}

/** The sheet itself, in the same layout as the Word file. */
export function PaperPrint({ paper }: { readonly paper: Paper }) {
  const text = paperText(paper);
  return (
    <article class="office-paper">
      <Head text={text} />
      <h1 class="op-kind">{text.kind}</h1>
      {text.abstract && <p class="op-abstract">{text.abstract}</p>}
      {text.addressees.length > 0 && (
        <div class={text.addressees.length === 1 ? "op-to" : "op-to op-to-many"}>
          {text.addressees.map((one) => (
            <p key={one}>{one}</p>
          ))}
        </div>
      )}
      {text.bases.map((base) => (
        <p key={base} class="op-basis">
          {base}
        </p>
      ))}
      {text.body.map((block, index) => (
        <Block key={index} block={block} last={index === text.body.length - 1} />
      ))}
      <Foot text={text} />
    </article>
  );
}

function Head({ text }: { readonly text: PaperText }) {
  return (
    <header class="op-head">
      <div>
        {text.superiorBody.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <p class="op-issuer">
          {text.issuer.map((line) => (
            <span key={line}>{line} </span>
          ))}
        </p>
      </div>
      <div>
        <p class="op-nation">{NATION}</p>
        <p class="op-motto">{MOTTO}</p>
      </div>
      <div class="op-number">
        <p>{text.number}</p>
        {text.draft && <p class="op-draft">{DRAFT}</p>}
      </div>
      <p class="op-day">{text.placeAndDay}</p>
    </header>
  );
}

function Block({ block, last }: { readonly block: PaperBlock; readonly last: boolean }) {
  if (block.kind === "table") return <PaperTable {...block} />;
  const stays = last ? "op-last" : undefined;
  if (block.kind === "heading") return block.level === 1 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
  const text = block.kind === "item" ? `- ${block.text}` : block.text;
  return <p class={isTornWhenEven(text) ? [stays, "op-ragged"].filter(Boolean).join(" ") : stays}>{text}</p>;
}

const alignOf = ({ align = "left" }: PaperHead) => `op-${align}`;

function PaperTable({ caption, heads, rows }: Extract<PaperBlock, { kind: "table" }>) {
  return (
    <div class="op-scroll">
      <table class={tableSize(heads.length) === 12 ? undefined : "op-many"}>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head.label} scope="col">
                {head.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {heads.map((head, index) => (
                <td key={head.label} class={alignOf(head)}>
                  {row[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Foot({ text: { signatures, recipients } }: { readonly text: PaperText }) {
  const several = signatures.length > 1;
  const copies = (
    <div class="op-copies">
      <p class="op-copies-head">{COPIES}</p>
      {recipients.map((one) => (
        <p key={one}>{one}</p>
      ))}
    </div>
  );
  return (
    <footer class={several ? "op-foot op-foot-many" : "op-foot"}>
      {!several && copies}
      <div class="op-signatures">
        {signatures.map((one) => (
          <Signature key={one.position + one.name} {...one} />
        ))}
      </div>
      {several && copies}
    </footer>
  );
}

function Signature({ authority, position, name }: PaperSignature) {
  return (
    <div>
      {authority && <p>{authority}</p>}
      <p>{position}</p>
      <p class="op-name">{name}</p>
    </div>
  );
}
