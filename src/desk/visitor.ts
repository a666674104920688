import type { FastifyRequest } from "fastify";
import type { By } from "../act.ts";
import type { Actor } from "../board/actor.ts";
import type { Id } from "../kernel/ids.ts";
import type { Hat } from "../regulation/hats.ts";

/** A hat the visitor may choose: one appointment in force today. */
export interface WornHat {
  readonly appointment: Id;
  readonly hat: Hat;
  /** "Trưởng phòng Đào tạo", "Thư ký Ban biên tập" */
  readonly label: string;
}

/** Whoever is signed in at the desk, with the hat chosen for this session. */
export interface Visitor {
  readonly person: { readonly id: Id; readonly fullName: string; readonly position: string; readonly unit: Id | null };
  readonly hats: readonly WornHat[];
  /** The hat in which he acts now. */
  readonly hat: WornHat;
  readonly by: By;
  /** What the hat reaches today. */
  readonly actor: Actor;
  readonly sessionId: Id;
}

/** Whoever is signed in. The access room lets nobody else come this far. */
export function visitorOf(request: FastifyRequest): Visitor {
  if (!request.visitor) throw new Error("A page of the desk was reached by nobody");
  return request.visitor;
}

declare module "fastify" {
  interface FastifyRequest {
    /** Null for whoever is not signed in. Set by the access room's hook on every desk route. */
    visitor: Visitor | null;
    /** Token that a form of this visitor must send back as `csrf`. */
    csrf: string;
  }
}
