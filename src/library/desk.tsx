import type { FastifyInstance } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { basisRoutes } from "./desk-bases.tsx";
import { documentRoutes } from "./desk-documents.tsx";
import { listRoutes } from "./desk-lists.tsx";

/** Every page of the library's desk: lists, one document, warnings, legal bases. */
export function libraryDesk(app: FastifyInstance, desk: DeskRoom): void {
  listRoutes(app, desk);
  documentRoutes(app, desk);
  basisRoutes(app, desk);
}
