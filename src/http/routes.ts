import type { FastifyInstance } from "fastify";

/** One method of one route, and the permission it names. */
export interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly may: string | null;
  /** Rendered once for every reader (`publicPage`). */
  readonly isKept: boolean;
}

const DESK = /^\/ban-bien-tap(\/|$)/;

/**
 * Lists every route as it is declared, method by method. A route of the desk without a permission, or with one nobody
 * defined (when `permissions` are given), stops the start of the portal: nothing is open by omission (Đ7.k3).
 */
export function declareRoutes(app: FastifyInstance, permissions?: ReadonlySet<string>): readonly DeclaredRoute[] {
  const routes: DeclaredRoute[] = [];
  app.addHook("onRoute", ({ method, url, config }) => {
    const may = config?.may ?? null;
    const name = `${[method].flat().join(",")} ${url}`;
    if (may === null && DESK.test(url)) throw new Error(`${name} does not say who may use it (config.may)`);
    const known = may === null || may === "public" || may === "signed-in" || (permissions?.has(may) ?? true);
    if (!known) throw new Error(`${name} asks for the permission ${JSON.stringify(may)}, which does not exist`);
    const isKept = config?.isKept ?? false;
    for (const one of [method].flat()) routes.push({ method: one, url, may, isKept });
  });
  return routes;
}

/** The methods an address answers, for `Allow`; none when there is no such address. */
export function methodsOf(routes: readonly DeclaredRoute[], path: string): string[] {
  const answering = routes.filter(({ url }) => pattern(url).test(path));
  return [...new Set(answering.map(({ method }) => method))].sort();
}

function pattern(url: string): RegExp {
  const parts = url.split("/").map((part) => {
    if (part === "*") return ".*";
    return part.startsWith(":") ? "[^/]+" : part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("/")}/?$`);
}
