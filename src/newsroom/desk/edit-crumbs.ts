import type { DeskFrame } from "../../desk/layout.view.tsx";
import type { Crumb } from "../../ui/navigation.tsx";
import { paths } from "./paths.ts";

/** What every page around the editor is given. */
export interface EditingPage {
  readonly desk: DeskFrame;
  readonly edition: string;
  readonly title: string;
}

/** Where the editor of an article stands. */
export function editCrumbs({ edition, title }: Pick<EditingPage, "edition" | "title">): Crumb[] {
  return [
    { label: "Tất cả bài", href: paths.articles },
    { label: title, href: paths.article(edition) },
    { label: "Sửa bài" },
  ];
}
