import { KeptFormAgain } from "../http/plain-problem.view.tsx";
import type { ProblemView } from "../http/problems.ts";
import type { SiteFrame } from "./frame.ts";
import { SiteLayout } from "./layout.view.tsx";

/** What went wrong, in the portal's own dress: whose fault it is not, what to do, and whatever was typed. */
export function ProblemPage({ frame, view }: { readonly frame: SiteFrame; readonly view: ProblemView }) {
  return (
    <SiteLayout frame={frame} title={view.title} robots="noindex">
      <div class="error-page">
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
        {view.links.length > 0 && (
          <ul>
            {view.links.map(({ href, label }) => (
              <li key={href}>
                {/* Beside the page that still holds what was typed, not in its place. */}
                <a href={href} {...(view.form ? { target: "_blank", rel: "noopener" } : {})}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </SiteLayout>
  );
}
