import type { FastifyInstance } from "fastify";
import type { DeskRoom } from "../desk/room.ts";
import { authorityRoutes } from "./desk-authority.tsx";
import { delegationRoutes } from "./desk-delegations.tsx";
import { peopleRoutes } from "./desk-people.tsx";
import { rosterRoutes } from "./desk-roster.tsx";
import { unitRoutes } from "./desk-units.tsx";

/** Every page of the board: who is who, units, people, delegations, and who could act on a day by which paper. */
export function boardRoutes(app: FastifyInstance, desk: DeskRoom): void {
  rosterRoutes(app, desk);
  unitRoutes(app, desk);
  peopleRoutes(app, desk);
  delegationRoutes(app, desk);
  authorityRoutes(app, desk);
}
