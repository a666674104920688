import type { ComponentChildren, VNode } from "preact";
import type { BlockDiff, BlockShape, LineDiff } from "./block-diff.ts";
import { PictureImage, type PictureSrc } from "./body/picture.tsx";
import { TableScroll } from "./body/table-scroll.tsx";
import type { AttachmentDiff, ContentDiff, DiffField, FieldDiff } from "./content-diff.ts";
import type { PictureDiff, PictureField } from "./picture-diff.ts";
import type { Stretch } from "./word-diff.ts";

export interface DiffViewProps {
  readonly diff: ContentDiff;
  readonly pictureSrc: PictureSrc;
  /** The name of a category or unit, for the person who knows it by no id. */
  readonly nameOf: (field: "category" | "unit", id: string) => string;
}

const FIELD_WORDS: Readonly<Record<DiffField, string>> = {
  title: "Tiêu đề",
  lead: "Tóm tắt",
  author: "Tác giả",
  onBehalf: "Bút danh / viết thay",
  source: "Nguồn",
  sourceUrl: "Địa chỉ bài gốc",
  sourceDate: "Ngày đăng của bài gốc",
  category: "Chuyên mục",
  unit: "Đơn vị",
};

const PICTURE_WORDS: Readonly<Record<PictureField, string>> = {
  caption: "Chú thích",
  author: "Tác giả ảnh",
  source: "Nguồn ảnh",
  alt: "Mô tả ảnh",
  decorative: "Ảnh trang trí",
  size: "Kích thước",
};

const KIND_WORDS: Readonly<Record<BlockShape["kind"], string>> = {
  paragraph: "Đoạn văn",
  heading: "Đề mục",
  quote: "Trích dẫn",
  list: "Danh sách",
  table: "Bảng",
  figure: "Ảnh",
  gallery: "Bộ ảnh",
  video: "Video",
  embed: "Video nhúng",
  rule: "Đường kẻ",
};

const CHANGE_WORDS = { added: "Thêm", removed: "Bỏ", changed: "Sửa", same: "Giữ nguyên" } as const;

/** Blocks that stayed on each side of a change, so that it is read in its surroundings. */
const CONTEXT = 1;

/**
 * What changed between two versions, in reading order, for an eye that sees no colours and for ears alike: every
 * change is `<ins>` or `<del>` with the words "thêm" and "bỏ" read out before it.
 */
export function DiffView({ diff, pictureSrc, nameOf }: DiffViewProps): VNode {
  if (!diff.hasChanges) return <p class="diff-none">Hai phiên bản giống nhau: không có thay đổi nào.</p>;
  const field = (name: DiffField) => diff.fields.find((one) => one.field === name);
  const rest = (["author", "onBehalf", "source", "sourceUrl", "sourceDate", "category", "unit"] as const).flatMap(
    (name) => field(name) ?? [],
  );
  const tables = diff.blocks.filter(isTable);
  return (
    <div class="diff">
      <FieldChange field={field("title")} nameOf={nameOf} />
      <FieldChange field={field("lead")} nameOf={nameOf} />
      {diff.cover && diff.cover.change !== "same" && (
        <section class="diff-part">
          <h3 class="diff-label">Ảnh đại diện</h3>
          <PictureChange diff={diff.cover} pictureSrc={pictureSrc} />
        </section>
      )}
      {diff.blocks.some(isChanged) && (
        <section class="diff-part">
          <h3 class="diff-label">Nội dung</h3>
          {runs(diff.blocks).map(({ folded, items }, index) => {
            const shown = items.map((block, at) => (
              <BlockChange key={at} block={block} table={tables.indexOf(block) + 1} pictureSrc={pictureSrc} />
            ));
            return folded ? <Folded key={index} count={items.length} children={shown} /> : shown;
          })}
        </section>
      )}
      {diff.attachments.some(isChanged) && (
        <section class="diff-part">
          <h3 class="diff-label">Tệp đính kèm</h3>
          <ul class="diff-files">
            {diff.attachments.filter(isChanged).map((file, index) => (
              <AttachmentChange key={index} diff={file} />
            ))}
          </ul>
        </section>
      )}
      {rest.map((one) => (
        <FieldChange key={one.field} field={one} nameOf={nameOf} />
      ))}
    </div>
  );
}

function FieldChange(props: { readonly field: FieldDiff | undefined; readonly nameOf: DiffViewProps["nameOf"] }) {
  const { field } = props;
  if (!field) return null;
  const name = field.field;
  const stretches =
    name === "category" || name === "unit"
      ? field.stretches.map((one) => ({ ...one, text: props.nameOf(name, one.text) }))
      : field.stretches;
  return (
    <section class="diff-part">
      <h3 class="diff-label">{FIELD_WORDS[name]}</h3>
      <p class="diff-text">
        <Words stretches={stretches} />
      </p>
    </section>
  );
}

/** Text with what came and what went. */
export function Words({ stretches }: { readonly stretches: readonly Stretch[] }): VNode {
  return (
    <>
      {stretches.map(({ change, text }, index) => {
        if (change === "kept") return text;
        const Tag = change === "added" ? "ins" : "del";
        return (
          <Tag key={index}>
            <span class="visually-hidden">{change === "added" ? "[thêm: " : "[bỏ: "}</span>
            {text}
            <span class="visually-hidden">]</span>
          </Tag>
        );
      })}
    </>
  );
}

function BlockChange(props: {
  readonly block: BlockDiff;
  /** Its number among the tables compared; 0 when it is none. */
  readonly table: number;
  readonly pictureSrc: PictureSrc;
}): VNode {
  const { block, table, pictureSrc } = props;
  const notes = blockNotes(block);
  return (
    <div class={`diff-block diff-${block.change}`}>
      {notes.length > 0 && <p class="diff-note">{notes.join(" · ")}</p>}
      {table > 0 ? (
        <Rows lines={block.lines} number={table} />
      ) : (
        block.lines.map((line, index) => <LineChange key={index} line={line} />)
      )}
      {block.pictures.map((picture, index) => (
        <PictureChange key={index} diff={picture} pictureSrc={pictureSrc} />
      ))}
      <LinkChange links={block.links} />
    </div>
  );
}

/** What is to be said of a block beside its words. */
function blockNotes({ change, before, after, moved, restyled }: BlockDiff): readonly string[] {
  const [was, is] = [shapeWords(before), shapeWords(after)];
  if (change === "same") return [];
  if (change !== "changed") {
    return [`${CHANGE_WORDS[change]}: ${(is ?? was ?? "").toLowerCase()}${moved ? " (chuyển chỗ)" : ""}`];
  }
  const reshaped = was !== is ? [`${was} đổi thành ${is?.toLowerCase()}`] : [];
  const look = restyled && reshaped.length === 0 ? ["Chữ giữ nguyên, định dạng thay đổi"] : [];
  return [...reshaped, ...look];
}

function shapeWords(shape: BlockShape | null): string | null {
  return shape && `${KIND_WORDS[shape.kind]}${shape.level === null ? "" : ` cấp ${shape.level}`}`;
}

function LineChange({ line }: { readonly line: LineDiff }): VNode {
  return (
    <p class={`diff-text${line.depth > 0 ? ` diff-item diff-depth-${Math.min(line.depth, 4)}` : ""}`}>
      {line.cells.map((cell, index) => (
        <Words key={index} stretches={cell} />
      ))}
    </p>
  );
}

function Rows({ lines, number }: { readonly lines: readonly LineDiff[]; readonly number: number }): VNode {
  return (
    <TableScroll name={`Bảng so sánh ${number}`}>
      <table class="diff-table">
        <tbody>
          {lines.map((line, row) => (
            <tr key={row} class={`diff-${line.change}`}>
              {line.cells.map((cell, column) => (
                <td key={column}>
                  <Words stretches={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function LinkChange({ links }: { readonly links: BlockDiff["links"] }): VNode | null {
  if (links.added.length + links.removed.length === 0) return null;
  const stretches: readonly Stretch[] = [
    ...links.removed.map((text) => ({ change: "removed" as const, text })),
    ...links.added.map((text) => ({ change: "added" as const, text })),
  ];
  return (
    <p class="diff-note">
      Địa chỉ liên kết:{" "}
      {stretches.map((stretch, index) => [index > 0 && ", ", <Words key={index} stretches={[stretch]} />])}
    </p>
  );
}

function PictureChange({ diff, pictureSrc }: { readonly diff: PictureDiff; readonly pictureSrc: PictureSrc }): VNode {
  const { before, after, change, replaced } = diff;
  const image = (picture: NonNullable<typeof before>, caption: string) => (
    <figure class="diff-picture">
      <PictureImage picture={picture} pictureSrc={pictureSrc} />
      <figcaption>{caption}</figcaption>
    </figure>
  );
  const words = diff.words.filter(({ field }) => field !== "size" || !replaced);
  return (
    <div class={`diff-pictures diff-${change}`}>
      {before && (change === "removed" || replaced) && image(before, "Ảnh bỏ")}
      {after &&
        image(
          after,
          change === "added" || replaced
            ? "Ảnh thêm"
            : change === "changed"
              ? "Ảnh giữ nguyên, chữ sửa"
              : "Ảnh giữ nguyên",
        )}
      {change === "added" && after && <PictureDetails picture={after} tag="ins" />}
      {change === "removed" && before && <PictureDetails picture={before} tag="del" />}
      {words.length > 0 && (
        <dl class="diff-details">
          {words.map(({ field, stretches }) => (
            <div key={field}>
              <dt>{PICTURE_WORDS[field]}</dt>
              <dd>
                <Words stretches={stretches} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** All the words of a picture that came or went. */
function PictureDetails(props: { readonly picture: NonNullable<PictureDiff["after"]>; readonly tag: "ins" | "del" }) {
  const { picture } = props;
  const change = props.tag === "ins" ? "added" : "removed";
  const all: readonly (readonly [PictureField, string])[] = [
    ["caption", picture.caption],
    ["author", picture.author],
    ["source", picture.source],
    ["alt", picture.decorative ? "ảnh trang trí" : picture.alt],
  ];
  return (
    <dl class="diff-details">
      {all
        .filter(([, text]) => text !== "")
        .map(([field, text]) => (
          <div key={field}>
            <dt>{PICTURE_WORDS[field]}</dt>
            <dd>
              <Words stretches={[{ change, text }]} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function AttachmentChange({ diff }: { readonly diff: AttachmentDiff }): VNode {
  return (
    <li>
      {CHANGE_WORDS[diff.change]}: <Words stretches={diff.title} />
      {diff.title.length > 0 && " "}(<Words stretches={diff.name} />)
    </li>
  );
}

/** A run of blocks that stayed, out of the way but at hand. */
function Folded({ count, children }: { readonly count: number; readonly children: ComponentChildren }): VNode {
  return (
    <details class="diff-folded">
      <summary>{count} đoạn giữ nguyên</summary>
      {children}
    </details>
  );
}

function isTable({ before, after }: BlockDiff): boolean {
  return (after ?? before)?.kind === "table";
}

function isChanged({ change }: { readonly change: string }): boolean {
  return change !== "same";
}

/** Blocks in reading order, those far from any change gathered in runs to fold. */
function runs(blocks: readonly BlockDiff[]): readonly { folded: boolean; items: BlockDiff[] }[] {
  const near = blocks.map((_, at) => blocks.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(isChanged));
  const out: { folded: boolean; items: BlockDiff[] }[] = [];
  for (const [at, block] of blocks.entries()) {
    const folded = !near[at];
    const last = out.at(-1);
    if (last && last.folded === folded) last.items.push(block);
    else out.push({ folded, items: [block] });
  }
  return out;
}
