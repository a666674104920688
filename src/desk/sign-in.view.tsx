import { Button } from "../ui/button.tsx";
import { ErrorSummary, Notice } from "../ui/feedback.tsx";
import { Field } from "../ui/field.tsx";
import { PlainLayout } from "./plain-layout.view.tsx";

export interface SignInView {
  readonly siteName: string;
  readonly superiorBody: string;
  readonly assets: { readonly css: string; readonly fonts: readonly string[] };
  readonly nonce: string;
  readonly csrf: string;
  readonly back: string;
  readonly username: string;
  /** Why nobody was let in, in whole sentences. */
  readonly error: string | null;
  /** A word beforehand: signed out, session over. */
  readonly notice: string | null;
  /** Shown where demonstration passwords work. */
  readonly isDemo: boolean;
}

/** The door of the newsroom. Works without script; keeps the name that was typed, never the password. */
export function SignInPage({ view }: { readonly view: SignInView }) {
  const { siteName, superiorBody, assets, nonce, csrf, back, username, error, notice, isDemo } = view;
  return (
    <PlainLayout title="Đăng nhập Ban biên tập" {...{ siteName, superiorBody, nonce }} {...assets}>
      <ErrorSummary title="Chưa đăng nhập được" items={error === null ? [] : [{ text: error, href: "#ten" }]} />
      {notice !== null && <Notice live>{notice}</Notice>}
      {isDemo && <Notice>Đây là dữ liệu mẫu để dùng thử. Tên đăng nhập và mật khẩu đã in ra khi khởi động.</Notice>}
      <form class="form" method="post" action="/ban-bien-tap/dang-nhap">
        <input type="hidden" name="csrf" value={csrf} />
        <input type="hidden" name="tro-lai" value={back} />
        <Field
          name="ten"
          label="Tên đăng nhập"
          value={username}
          autocomplete="username"
          spellcheck={false}
          maxlength={100}
          autofocus={username === ""}
        />
        <Field
          name="mat-khau"
          label="Mật khẩu"
          type="password"
          autocomplete="current-password"
          maxlength={200}
          autofocus={username !== ""}
        />
        <Button kind="primary" icon="key">
          Đăng nhập
        </Button>
        <p class="hint">
          Mỗi người dùng tài khoản của mình. Quên mật khẩu hoặc chưa có tài khoản: liên hệ Quản trị Cổng của đơn vị.
        </p>
      </form>
    </PlainLayout>
  );
}
