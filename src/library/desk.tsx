import type { FastifyInstance } from "fastify";
import { basisRoutes } from "./desk-bases.tsx";
import { documentRoutes } from "./desk-documents.tsx";
import type { LibraryDesk } from "./desk-frame.ts";
import { listRoutes } from "./desk-lists.tsx";

/** Every page of the library's desk: lists, one document, warnings, legal bases. */
export function libraryDesk(app: FastifyInstance, desk: LibraryDesk): void {
  listRoutes(app, desk);
  documentRoutes(app, desk);
  basisRoutes(app, desk);
}
