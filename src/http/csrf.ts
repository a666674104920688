import type { Multipart } from "@fastify/multipart";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { newId } from "../kernel/ids.ts";
import { allArrived, type Fields, readWords } from "./form-body.ts";
import { againToken, formToken, isFormToken, sender, TOKEN_FIELD, TOKEN_HEADER } from "./form-token.ts";
import type { Hosts } from "./hosts.ts";
import { FORM_WORDS, type KeptForm, PROBLEMS } from "./problems.ts";

export interface FormGuard {
  readonly secret: string;
  readonly hosts: Hosts;
  /** The session of a request, or null; a form is then good for that session only. */
  readonly sessionOf: (request: FastifyRequest) => string | null;
  /** Answers a form from a page of ours whose session is over, where that says more than "not taken"; null for others. */
  readonly whenSignedOut?: SignedOutAnswer | undefined;
}

export type SignedOutAnswer = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply> | null;

const CHANGES_NOTHING = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);
const PASSWORD = /password|passphrase|mat[_-]?khau/i;
const THIRTY_DAYS = 30 * 24 * 3600;

/**
 * No request that changes something is handled unless a page of this portal sent it: its token and what the browser says
 * of the sender must both be right, on every route and before any of its code. A form with files carries the token in
 * its first field.
 *
 * A form that fails comes back with everything typed and a fresh token behind one button, if the browser vouches that it
 * was ours. Otherwise it does not: nobody shall be brought to confirm a stranger's form.
 */
export function guardForms(app: FastifyInstance, { secret, hosts, sessionOf, whenSignedOut }: FormGuard): void {
  const cookie = hosts.https ? "__Host-form" : "form";
  const newBrowsers = new WeakMap<FastifyRequest, string>();

  app.decorateRequest("formParts", null);
  app.decorateRequest("csrf", {
    getter() {
      const browser = this.cookies[cookie] ?? newBrowsers.get(this) ?? newId();
      if (this.cookies[cookie] === undefined) newBrowsers.set(this, browser);
      return formToken(secret, browser, sessionOf(this));
    },
  });

  app.decorateRequest("keptForm", function (typed) {
    const browser = this.cookies[cookie] ?? newBrowsers.get(this) ?? newId();
    if (this.cookies[cookie] === undefined) newBrowsers.set(this, browser);
    return keptForm(this.url, typed, againToken(secret, browser, this.url, wordsOf(typed)));
  });

  app.addHook("preValidation", async (request, reply) => {
    if (CHANGES_NOTHING.has(request.method) || request.is404) return;
    const given = request.isMultipart() ? await firstField(request) : givenToken(request);
    const from = sender(request.headers, hosts.isOwnOrigin);
    const browser = request.cookies[cookie];
    const right = browser !== undefined && isFormToken(given, formToken(secret, browser, sessionOf(request)));
    if (right && from !== "foreign") return;
    // What this portal gave back to this browser after refusing it, unchanged: sent again once, it passes.
    if (from === "own" && browser !== undefined && !request.isMultipart()) {
      const words = wordsOf((request.body ?? {}) as Fields);
      if (isFormToken(given, againToken(secret, browser, request.url, words))) return;
    }
    const signedOut = from === "own" ? whenSignedOut?.(request, reply) : null;
    return signedOut ?? refuse(request, reply, from === "own");
  });

  app.addHook("onSend", async (request, reply, payload) => {
    const browser = newBrowsers.get(request);
    if (browser !== undefined) {
      const kept = { path: "/", httpOnly: true, sameSite: "lax", secure: hosts.https, maxAge: THIRTY_DAYS } as const;
      reply.setCookie(cookie, browser, kept);
    }
    return payload;
  });

  app.addHook("onResponse", async ({ raw }) => {
    // A form nobody read to its end would hold its connection: let the rest pass.
    if (!raw.complete) raw.unpipe().resume();
  });
}

function givenToken(request: FastifyRequest): unknown {
  return request.headers[TOKEN_HEADER] ?? (request.body as Fields | undefined | null)?.[TOKEN_FIELD];
}

/** Opens a form with files and takes its token, from the header or the first field; the rest waits unread. */
async function firstField(request: FastifyRequest): Promise<unknown> {
  const { upload } = request.routeOptions.config;
  const parts = request.parts(upload === undefined ? {} : { limits: upload });
  request.formParts = parts;
  const header = request.headers[TOKEN_HEADER];
  if (header !== undefined) return header;
  const { value: first } = await parts.next();
  if (first === undefined) return undefined;
  if (first.type === "field" && first.fieldname === TOKEN_FIELD) return first.value;
  request.formParts = again(first, parts);
  return undefined;
}

async function* again(first: Multipart, rest: AsyncIterable<Multipart>): AsyncGenerator<Multipart> {
  yield first;
  yield* rest;
}

async function refuse(request: FastifyRequest, reply: FastifyReply, ours: boolean): Promise<FastifyReply> {
  request.log.warn({ method: request.method, route: request.routeOptions.url, ours }, "form refused");
  const sentences = PROBLEMS.forged.sentences;
  if (!ours) return reply.problem("forged", { sentences: [...sentences, FORM_WORDS.openAgain] });

  const { fields, files } = await whatWasTyped(request);
  const form = request.keptForm(fields);
  return reply.problem("forged", {
    sentences: [
      ...sentences,
      FORM_WORDS.kept,
      ...(form.passwords.length > 0 ? [FORM_WORDS.passwords] : []),
      ...(files > 0 ? [FORM_WORDS.files] : []),
    ],
    form,
  });
}

/** What a token given back with a form is bound to: everything but the token itself and what is typed anew. */
function wordsOf(typed: Fields): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(typed)
    .filter(([name]) => name !== TOKEN_FIELD && !PASSWORD.test(name))
    .map(([name, values]) => [name, [values].flat().map((value) => value.replace(/\r\n?/g, "\n"))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The words of a form that is not handled, and how many files came with them. */
export async function whatWasTyped(request: FastifyRequest): Promise<{ fields: Fields; files: number }> {
  if (request.isMultipart()) {
    const words = await readWords(request);
    await allArrived(request.raw);
    return words;
  }
  const isForm = request.headers["content-type"]?.startsWith("application/x-www-form-urlencoded") ?? false;
  return { fields: isForm ? (request.body as Fields) : {}, files: 0 };
}

/** A form to be sent again as it was typed, behind one button; without its passwords. */
function keptForm(action: string, typed: Fields, token: string): KeptForm {
  const named = Object.entries(typed).filter(([name]) => name !== TOKEN_FIELD);
  const words = named.filter(([name]) => !PASSWORD.test(name));
  return {
    action,
    fields: [
      { name: TOKEN_FIELD, value: token },
      ...words.flatMap(([name, values]) => [values].flat().map((value) => ({ name, value }))),
    ],
    passwords: named.filter(([name]) => PASSWORD.test(name)).map(([name]) => name),
  };
}
