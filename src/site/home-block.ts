import type { VNode } from "preact";
import type { HomeBlock } from "../arrangement/places.ts";
import type { Portal } from "../portal.ts";

/** A part of the home page that another room brings. */
export interface HomeBlockSource {
  readonly key: HomeBlock;
  /** Tags of the page cache that drop when it changes. */
  readonly tags: readonly string[];
  /** The part as it stands now; null when there is nothing to show. */
  block(portal: Portal): Promise<VNode | null>;
}
