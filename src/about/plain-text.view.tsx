import { blocksOf } from "./plain-text.ts";

/** A page's text with its headings and lists. */
export function PlainText({ text }: { readonly text: string }) {
  return (
    <>
      {blocksOf(text).map((block, place) => {
        const key = `${place}`;
        if (block.kind === "heading") return <h2 key={key}>{block.text}</h2>;
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
