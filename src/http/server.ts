import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import multipart from "@fastify/multipart";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyInstance, type FastifyRequest, type FastifyServerFactory, LogController } from "fastify";
import type { Clock } from "../kernel/clock.ts";
import { newId } from "../kernel/ids.ts";
import { createPageCache, type PageCacheOptions } from "../site/page-cache.ts";
import { answerProblems, answerUnreadable, newReference, type ProblemPage } from "./answer-problem.ts";
import { guardForms, type SignedOutAnswer } from "./csrf.ts";
import "./decorations.ts";
import { checkHost, isSentPlain } from "./check-host.ts";
import { isAnswer } from "./errors.ts";
import { parseForm } from "./form-body.ts";
import { createHosts, type HostOptions } from "./hosts.ts";
import { type LogOptions, logger, logRequests } from "./log.ts";
import { addReplies } from "./reply.ts";
import { declareRoutes } from "./routes.ts";
import { addSecurityHeaders, bareHeaders, keptHeaders } from "./security-headers.ts";

export interface HttpOptions extends HostOptions {
  readonly clock: Clock;
  /** At least 32 characters; signs the tokens of forms. */
  readonly secret: string;
  /** The session of a request, or null; forms are then good for that session only. */
  readonly sessionOf?: (request: FastifyRequest) => string | null;
  readonly whenSignedOut?: SignedOutAnswer;
  /** Proxies whose `X-Forwarded-*` are believed: how many hops, or their addresses; none by default. */
  readonly trustProxy?: number | string | string[];
  /** Draws the pages about problems; plain ones without it. */
  readonly problemPage?: ProblemPage;
  /** Every permission a route may name. */
  readonly permissions?: ReadonlySet<string>;
  /** Folder of built style sheets, scripts and fonts, hash in each name. */
  readonly assets?: string;
  readonly limits?: Partial<HttpLimits>;
  /** Told of each public page sent from what is kept; must be quick and may not throw. */
  readonly onRead?: PageCacheOptions["onRead"];
  readonly log?: LogOptions | false;
}

export interface HttpLimits {
  /** Bytes of memory for public pages. */
  readonly pageBytes: number;
  /** Bytes of a form without files. */
  readonly bodyBytes: number;
  readonly fileBytes: number;
  readonly files: number;
  /** Milliseconds in which the headers, and the whole of a request, must have arrived. */
  readonly headersMs: number;
  readonly requestMs: number;
  /** Milliseconds an open connection may wait for its next request; longer than the proxy's, or it meets a closed door. */
  readonly idleMs: number;
}

const MB = 1024 * 1024;
export const HTTP_LIMITS: HttpLimits = {
  pageBytes: 64 * MB,
  bodyBytes: 2 * MB,
  fileBytes: 50 * MB,
  files: 20,
  headersMs: 15_000,
  requestMs: 10 * 60_000,
  idleMs: 72_000,
};

/**
 * The web server of one portal, without its routes: those are added to what it returns, then `listen`. Cached public
 * pages are answered before Fastify's router sees the request; everything else passes host, form and error handling here.
 * Refuses to start with a short secret, and with a desk route that names no permission.
 */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  if (options.secret.length < 32) throw new Error("The secret that signs forms must have at least 32 characters");
  const limits = { ...HTTP_LIMITS, ...options.limits };
  const hosts = createHosts(options);
  const trustProxy = trusted(options.trustProxy);

  const pages = createPageCache({
    maxBytes: limits.pageBytes,
    clock: options.clock,
    headers: keptHeaders(hosts.https),
    isAnswer,
    ...(options.onRead ? { onRead: options.onRead } : {}),
    onLastGood: (_, err) => app.log.error({ err, reference: newReference() }, "sent the last good page"),
  });

  const serverFactory: FastifyServerFactory = (handler) => {
    const server: Server = createServer(timeouts(limits), (request, response) => {
      const mayBeHot = hosts.isOwn(request.headers.host) && !(trustProxy && isSentPlain(hosts, request));
      if (!mayBeHot || !pages.serve(request, response)) handler(request, response);
    });
    return server.on("listening", () => hosts.listensOn((server.address() as AddressInfo).port));
  };

  const app = Fastify({
    serverFactory,
    trustProxy,
    bodyLimit: limits.bodyBytes,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
    genReqId: () => newId().slice(0, 10),
    logger: logger(options.log ?? false),
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (_error, _request, reply) => answerUnreadable(reply, bareHeaders(hosts.https)),
  });

  app.decorate("pages", pages);
  const routes = declareRoutes(app, options.permissions);
  app.decorate("declaredRoutes", routes);
  checkHost(app, hosts, trustProxy !== false);
  addSecurityHeaders(app, hosts.https);
  refuseZeroBytes(app);
  logRequests(app);
  addReplies(app);
  // Before the cookies' own plugin: its hook writes what ours has set.
  const { secret, sessionOf = () => null, whenSignedOut } = options;
  guardForms(app, { secret, hosts, sessionOf, whenSignedOut });
  answerProblems(app, routes, options.problemPage);
  await app.register(cookie);
  await app.register(formbody, { parser: parseForm });
  await app.register(multipart, {
    limits: { fileSize: limits.fileBytes, files: limits.files, fields: 500, fieldSize: limits.bodyBytes },
  });
  if (options.assets !== undefined) {
    const kept = { immutable: true, maxAge: "365d", preCompressed: true };
    await app.register(fastifyStatic, {
      root: options.assets,
      prefix: "/assets/",
      index: false,
      decorateReply: false,
      ...kept,
    });
  }
  return app;
}

/** No address of ours has a zero byte: one of our databases cannot even be asked for it. */
function refuseZeroBytes(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) =>
    request.raw.url?.includes("%00") ? reply.problem("badRequest") : undefined,
  );
}

type TrustProxy = string | string[] | false | ((address: string, hop: number) => boolean);

function trusted(proxies: HttpOptions["trustProxy"]): TrustProxy {
  if (typeof proxies !== "number") return proxies ?? false;
  return proxies > 0 && ((_address, hop) => hop < proxies);
}

function timeouts({ headersMs, requestMs, idleMs }: HttpLimits) {
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: idleMs,
    // How often Node looks for connections past their time.
    connectionsCheckingInterval: Math.min(headersMs, 10_000),
    maxHeaderSize: 16 * 1024,
  };
}
