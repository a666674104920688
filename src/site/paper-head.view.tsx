import { formatDate } from "../ui/format.ts";
import { officialAddress, type SiteFrame } from "./frame.ts";

/** What paper says of a page besides its words. */
export interface PaperFacts {
  /** Number under which it is kept. */
  readonly reference?: string | undefined;
  /** ISO instant. */
  readonly publishedAt?: string | undefined;
}

/** Seen only on paper: whose page this is, under which number, of which day, from which address. */
export function PaperHead({
  frame,
  path,
  facts = {},
}: {
  frame: SiteFrame;
  path: string;
  facts?: PaperFacts | undefined;
}) {
  const { reference, publishedAt } = facts;
  return (
    <div class="paper-head">
      <p>
        {frame.superiorBody}
        <br />
        <strong>{frame.siteName}</strong>
      </p>
      <p>
        {reference && (
          <>
            Số: {reference}
            <br />
          </>
        )}
        {publishedAt && (
          <>
            Ngày đăng: {formatDate(publishedAt)}
            <br />
          </>
        )}
        Nguồn: {officialAddress(frame, path)}
      </p>
    </div>
  );
}
