import { SHORTEST_PASSWORD } from "../access/account-rules.ts";
import { Button } from "../ui/button.tsx";
import { PageHead } from "../ui/data.tsx";
import { ErrorSummary, Notice, type SummaryItem } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { type DeskFrame, DeskLayout } from "./layout.view.tsx";

export interface PasswordView {
  readonly desk: DeskFrame;
  readonly nonce: string;
  readonly username: string;
  /** The present one was handed over by somebody else. */
  readonly mustChange: boolean;
  readonly items: readonly SummaryItem[];
  readonly done: boolean;
}

/** A person's own new password. Nothing else is open before it when the present one came from somebody else. */
export function PasswordPage({ view }: { readonly view: PasswordView }) {
  const { desk, nonce, username, mustChange, items, done } = view;
  const crumbs = [{ label: "Bàn làm việc", href: "/ban-bien-tap" }, { label: "Mật khẩu của tôi" }];
  return (
    <DeskLayout desk={desk} title="Mật khẩu của tôi" nonce={nonce} breadcrumbs={crumbs}>
      <PageHead title="Mật khẩu của tôi" lead={`Tài khoản ${username}`} />
      <ErrorSummary items={items} title="Chưa đổi được mật khẩu" />
      {done && (
        <Notice kind="ok" live title="Đã đổi mật khẩu">
          <p>Các phiên đăng nhập khác của bạn đã kết thúc.</p>
        </Notice>
      )}
      {mustChange && (
        <Notice kind="warn" title="Hãy đổi mật khẩu trước khi làm việc">
          <p>Mật khẩu hiện tại do Quản trị Cổng cấp để dùng một lần. Sau khi đổi, chỉ mình bạn biết mật khẩu.</p>
        </Notice>
      )}
      <form class="form" method="post" action="/ban-bien-tap/mat-khau">
        <input type="hidden" name="csrf" value={desk.csrf} />
        <input
          class="visually-hidden"
          type="text"
          autocomplete="username"
          value={username}
          readOnly
          tabIndex={-1}
          aria-hidden="true"
        />
        <Field
          name="mat-khau-cu"
          label="Mật khẩu hiện tại"
          type="password"
          autocomplete="current-password"
          maxlength={200}
          width="medium"
        />
        <Field
          name="mat-khau-moi"
          label="Mật khẩu mới"
          hint={`Ít nhất ${SHORTEST_PASSWORD} ký tự, không chứa họ tên hay tên đăng nhập. Một câu ngắn dễ nhớ là mật khẩu tốt.`}
          type="password"
          autocomplete="new-password"
          minlength={SHORTEST_PASSWORD}
          maxlength={128}
          width="medium"
        />
        <Field
          name="mat-khau-nhap-lai"
          label="Nhập lại mật khẩu mới"
          type="password"
          autocomplete="new-password"
          maxlength={128}
          width="medium"
        />
        <Button kind="primary" icon="lock">
          Đổi mật khẩu
        </Button>
      </form>
    </DeskLayout>
  );
}
