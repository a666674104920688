import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { VNode } from "preact";
import { newId } from "../kernel/ids.ts";
import { renderDocument } from "../ui/document.tsx";
import { Gone, NotFound, Stale } from "./errors.ts";
import { allArrived } from "./form-body.ts";
import { PlainProblemPage } from "./plain-problem.view.tsx";
import { type Problem, type ProblemView, problemView } from "./problems.ts";
import { type DeclaredRoute, methodsOf } from "./routes.ts";

/** Draws the page about a problem; `nonce` for its scripts, if it has any. */
export type ProblemPage = (view: ProblemView, nonce: string) => VNode;

/**
 * Every error becomes a page that says in plain words what happened and what to do. What was not foreseen is logged
 * under a short reference, which is all of it that the person sees: never a message, never a stack.
 */
export function answerProblems(
  app: FastifyInstance,
  routes: readonly DeclaredRoute[],
  problemPage?: ProblemPage,
): void {
  app.decorateReply("problem", function (problem, known) {
    const view = problemView(problem, this.request.url, known);
    this.code(view.status);
    if (wantsJson(this.request)) return this.send(forScript(view, this.request.csrf));
    return this.type("text/html; charset=utf-8").send(render(view, this.request, problemPage));
  });

  app.setErrorHandler<FastifyError>((error, request, reply) => answerError(error, request, reply));

  app.setNotFoundHandler((request, reply) => {
    const allowed = methodsOf(routes, request.url.split("?", 1)[0]!);
    return allowed.length > 0 && !allowed.includes(request.method)
      ? reply.header("Allow", allowed.join(", ")).problem("wrongMethod")
      : reply.problem("notFound");
  });
}

/** An address that cannot even be read meets none of the above: it gets the plain page, past every hook. */
export function answerUnreadable(reply: FastifyReply, headers: Readonly<Record<string, string>>): void {
  const html = renderDocument(PlainProblemPage({ view: problemView("badRequest", "/") }));
  reply.hijack();
  reply.raw.writeHead(400, { ...headers, "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  reply.raw.end(html);
}

/** The answer to anything thrown while a request was handled. */
async function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  if (error instanceof NotFound) return reply.problem("notFound");
  if (error instanceof Gone) return reply.problem("gone");
  if (error instanceof Stale) {
    const links = error.back === null ? undefined : [{ href: error.back, label: "Xem bản mới nhất" }];
    return reply.problem("stale", links && { links });
  }
  const status = error instanceof Error && "statusCode" in error ? Number(error.statusCode) : 500;
  const problem = foreseen(status);
  if (problem === null) return answerFailure(error, request, reply);
  if (problem === "tooLarge") await allArrived(request.raw);
  return reply.problem(problem, { status });
}

function foreseen(status: number): Problem | null {
  if (status === 404) return "notFound";
  if (status === 413) return "tooLarge";
  if (status === 415) return "wrongType";
  if (status === 429) return "tooSoon";
  return status >= 400 && status < 500 ? "badRequest" : null;
}

function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const reference = newReference();
  request.log.error({ err: error, reference, method: request.method, route: request.routeOptions.url }, "failed");
  return reply.problem("broken", { reference });
}

/** Eight letters and digits that can be read out over the telephone. */
export function newReference(): string {
  const id = newId().toUpperCase();
  return `${id.slice(0, 4)}-${id.slice(4, 8)}`;
}

function render(view: ProblemView, request: FastifyRequest, problemPage: ProblemPage | undefined): string {
  if (problemPage !== undefined && view.problem !== "wrongHost") {
    try {
      return renderDocument(problemPage(view, request.nonce));
    } catch (error) {
      request.log.error({ err: error }, "the page about a problem failed");
    }
  }
  return renderDocument(PlainProblemPage({ view }));
}

/** The same for a script of ours: one sentence, and a fresh token to try again with. */
function forScript({ sentences, problem, reference, form }: ProblemView, csrf: string) {
  return { ok: false, message: sentences.join(" "), problem, reference, csrf: form ? csrf : undefined };
}

function wantsJson({ headers: { accept = "" } }: FastifyRequest): boolean {
  return accept.includes("application/json") && !accept.includes("text/html");
}
