import { LinkButton } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";

interface DownloadsProps {
  /** Address of the CSV with the filters of the page; the workbook stands beside it. */
  readonly href: string;
}

const workbook = (href: string) => href.replace(/\.csv(?=$|\?)/, ".xlsx");

/** On the desk: the list that is on the page, all pages of it, as a spreadsheet. */
export function Downloads({ href }: DownloadsProps) {
  return (
    <>
      <LinkButton href={workbook(href)} icon="download" download>
        Tải Excel
      </LinkButton>
      <LinkButton href={href} icon="download" download>
        Tải CSV
      </LinkButton>
    </>
  );
}

/** On the desk, above a list that also takes spreadsheets in: the way in for whoever may, and the ways out. */
export function SheetActions({
  importHref,
  mayImport,
  href,
}: DownloadsProps & { importHref: string; mayImport: boolean }) {
  return (
    <>
      {mayImport && (
        <LinkButton href={importHref} icon="upload">
          Nhập từ bảng tính
        </LinkButton>
      )}
      <Downloads href={href} />
    </>
  );
}

/** On a public page: the same as two plain links. `what` tells them from others on the page. */
export function DownloadLinks({ href, what }: DownloadsProps & { readonly what: string }) {
  return (
    <span class="sheet-links">
      <a href={workbook(href)} download>
        <Icon name="download" />
        Tải Excel<span class="visually-hidden">: {what}</span>
      </a>{" "}
      <a href={href} download>
        <Icon name="download" />
        Tải CSV<span class="visually-hidden">: {what}</span>
      </a>
    </span>
  );
}
