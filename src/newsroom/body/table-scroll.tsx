import type { ComponentChildren, VNode } from "preact";

/**
 * A region in which a wide table scrolls, so that the page never does. It has a name of its own and can be
 * reached, and so scrolled, from the keyboard.
 */
export function TableScroll(props: {
  readonly name: string;
  readonly id?: string | undefined;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <section
      class="table-scroll"
      id={props.id}
      aria-label={`${props.name} (cuộn ngang để xem hết)`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
      tabIndex={0}
    >
      {props.children}
    </section>
  );
}
