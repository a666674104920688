import { LinkButton } from "../ui/button.tsx";
import { PageHead } from "../ui/data.tsx";
import { Notice } from "../ui/feedback.tsx";
import { type DeskFrame, DeskLayout } from "./layout.view.tsx";

export interface WrongHatView {
  readonly desk: DeskFrame;
  readonly nonce: string;
  /** Where the choice of another hat leads back to. */
  readonly path: string;
  readonly worn: string;
  readonly allowed: string;
}

/** A page the chosen hat does not open; the chooser at the top may hold one that does. */
export function WrongHatPage({ view: { desk, nonce, path, worn, allowed } }: { readonly view: WrongHatView }) {
  const title = "Vai trò này không mở được trang";
  return (
    <DeskLayout desk={desk} title={title} path={path} nonce={nonce}>
      <PageHead title={title} />
      <Notice kind="warn" title={`Bạn đang thực hiện với vai trò ${worn}`}>
        <p>Trang này dành cho: {allowed}.</p>
        <p>Nếu bạn giữ một trong các vai trò đó, hãy đổi vai trò ở đầu trang; trang này sẽ mở ra.</p>
      </Notice>
      <LinkButton kind="secondary" icon="inbox" href="/ban-bien-tap">
        Về bàn làm việc
      </LinkButton>
    </DeskLayout>
  );
}
