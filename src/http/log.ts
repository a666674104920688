import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from "fastify";

export interface LogOptions {
  readonly level: string;
  readonly stream?: { write(line: string): void };
}

/**
 * Logs tell a request's story by its id and route, without personal data: no address, no cookie, no query, no account.
 * Of an error its kind, message and stack; not what a database adds about the row.
 */
export function logger(options: LogOptions | false): NonNullable<FastifyServerOptions["logger"]> {
  if (options === false) return false;
  const { level, stream } = options;
  return {
    level,
    ...(stream === undefined ? {} : { stream }),
    base: null,
    serializers: {
      req: ({ method }: FastifyRequest) => ({ method }),
      res: ({ statusCode = 0 }: { statusCode?: number }) => ({ statusCode }),
      err: (error: Error & { code?: string }) => ({
        type: error.name,
        message: error.message,
        code: error.code,
        stack: error.stack ?? "",
      }),
    },
  };
}

/** One line for each request that was not answered from memory. */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ method, route: routeOptions.url ?? null, status: reply.statusCode, ms }, "answered");
  });
}
