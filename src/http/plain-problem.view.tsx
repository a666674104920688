import { Document } from "../ui/document.tsx";
import { FORM_WORDS, type KeptForm, type ProblemView } from "./problems.ts";

/**
 * The page about a problem when nothing else may be relied on: no style sheet, no settings, no database.
 * Shown for a foreign host (REQ-013) and when the portal's own page for the problem fails.
 */
export function PlainProblemPage({ view }: { readonly view: ProblemView }) {
  return (
    <Document title={view.title} robots="noindex" css={[]}>
      <main>
        <h1>{view.title}</h1>
        {view.sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {view.reference && (
          <p>
            Mã tham chiếu: <strong>{view.reference}</strong>
          </p>
        )}
        {view.form && <KeptFormAgain form={view.form} />}
        <ul>
          {view.links.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </main>
    </Document>
  );
}

/** What was typed, waiting behind one button. Files and passwords are not in it. */
export function KeptFormAgain({ form }: { readonly form: KeptForm }) {
  return (
    <form method="post" action={form.action}>
      {form.fields.map(({ name, value }, index) => (
        <input key={index} type="hidden" name={name} value={value} />
      ))}
      {form.passwords.map((name) => (
        <p key={name}>
          <label>
            {FORM_WORDS.password}{" "}
            <input type="password" name={name} class="input" required autocomplete="current-password" />
          </label>
        </p>
      ))}
      <button class="button button-primary" type="submit">
        {FORM_WORDS.resend}
      </button>
    </form>
  );
}
