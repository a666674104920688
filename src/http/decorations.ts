import type { Multipart } from "@fastify/multipart";
import type { VNode } from "preact";
import type { PageCache } from "../site/page-cache.ts";
import type { Fields } from "./form-body.ts";
import type { KeptForm, Problem, ProblemView } from "./problems.ts";
import type { DeclaredRoute } from "./routes.ts";

/** What the portal adds to Fastify's own request, reply and route. */
declare module "fastify" {
  interface FastifyContextConfig {
    /** The permission a route asks for; `public` and `signed-in` are written down too. */
    may?: string;
    /** Answered under any host: for probes that know only an address. */
    anyHost?: boolean;
    /** Rendered once for every reader; set by `publicPage` alone. */
    isKept?: boolean;
    /** Limits of a form with files where they differ from the portal's: bytes of one file, number of files. */
    upload?: { fileSize?: number; files?: number };
  }

  interface FastifyInstance {
    /** Cached public pages of this portal; rooms drop tags here when something is published. */
    readonly pages: PageCache;
    readonly declaredRoutes: readonly DeclaredRoute[];
  }

  interface FastifyRequest {
    /** Nonce of this answer's Content-Security-Policy. */
    nonce: string;
    /** The token for the forms of this answer: hidden field `csrf`, or header `x-csrf` of a script. */
    csrf: string;
    /** This refused form to be sent again as it was typed, also after signing in; only for a form of ours. */
    keptForm(typed: Fields): KeptForm;
    /** The parts of a form with files, after its token. Read with `readForm`. */
    formParts: AsyncIterable<Multipart> | null;
  }

  interface FastifyReply {
    /** A whole page, rendered. */
    page(page: VNode, options?: { status?: number; headers?: Record<string, string> }): FastifyReply;
    /** After a form did its work: the browser gets `path` anew (303). Throws on a path that leaves the portal. */
    redirectAfterPost(path: string): FastifyReply;
    /** The page, or JSON for a script, about a problem. */
    problem(problem: Problem, known?: Partial<ProblemView>): FastifyReply;
  }
}
