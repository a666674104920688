import { formatBytes } from "../ui/format.ts";
import { Icon } from "../ui/icon.tsx";
import type { AttachmentView } from "./article.view.tsx";

export type { AttachmentView };

/** Files to download, each with its kind and size. Draws nothing when there is none. */
export function AttachmentList({
  title,
  files,
}: {
  readonly title: string;
  readonly files: readonly AttachmentView[];
}) {
  if (files.length === 0) return null;
  return (
    <section class="attachments">
      <h2 class="small-title">{title}</h2>
      <ul class="attachment-list">
        {files.map(({ href, title: name, name: file, size }) => (
          <li key={href} class="attachment">
            <Icon name="attachment" />
            <span>
              <a class="attachment-title" href={href}>
                {name}
              </a>
              <span class="attachment-facts">
                {file.split(".").at(-1)?.toUpperCase()}, {formatBytes(size)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
