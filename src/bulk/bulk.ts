import type { By } from "../act.ts";
import type { Actor } from "../board/actor.ts";
import type { Id } from "../kernel/ids.ts";
import type { Refusal, Result } from "../kernel/result.ts";
import type { Portal } from "../portal.ts";

/** Something ticked in a list, as the person sees it before he says what is to be done. */
export interface Ticked {
  readonly id: Id;
  readonly name: string;
  /** Where it stands now, in words. */
  readonly state: string;
  /** What stood there when it was looked at; an action may refuse when it is no longer so. */
  readonly mark: string;
}

export interface BulkAction {
  readonly name: string;
  readonly label: string;
  /** What it does to each, and on what it is judged. */
  readonly hint: string;
  /** A value that all of them get, such as a unit. */
  readonly choice?: {
    readonly label: string;
    options(portal: Portal): Promise<readonly { readonly value: string; readonly label: string }[]>;
  };
  /** Does it to one, through the same command as by hand. */
  run(portal: Portal, by: By, item: Ticked, asked: Asked): Promise<Result<unknown, readonly Refusal[]>>;
}

export interface Asked {
  readonly reason: string;
  /** "" where the action asks for none. */
  readonly choice: string;
}

/** A list whose rows can be ticked. */
export interface BulkList {
  /** In the address. */
  readonly name: string;
  /** "văn bản" */
  readonly what: string;
  readonly may: string;
  readonly list: { readonly href: string; readonly label: string };
  readonly actions: readonly BulkAction[];
  /** Of these ids, what this person may see. */
  find(portal: Portal, by: Actor, ids: readonly Id[]): Promise<readonly Ticked[]>;
}

/** So many at once can still be looked through. */
export const MOST_ITEMS = 100;

export const bulkHref = (name: string): string => `/ban-bien-tap/hang-loat/${name}`;
