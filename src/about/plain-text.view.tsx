import { blocksOf } from "./plain-text.ts";

/** A page's text with its headings and lists. `under`: a heading stands above it already. */
export function PlainText({ text, under = false }: { readonly text: string; readonly under?: boolean }) {
  const Heading = under ? "h3" : "h2";
  return (
    <>
      {blocksOf(text).map((block, place) => {
        const key = `${place}`;
        if (block.kind === "heading") return <Heading key={key}>{block.text}</Heading>;
        if (block.kind === "paragraph") return <p key={key}>{block.text}</p>;
        return (
          <ul key={key}>
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        );
      })}
    </>
  );
}
