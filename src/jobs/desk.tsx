import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { hatsThatMay } from "../access/permissions.ts";
import type { DeskRoom } from "../desk/room.ts";
import { NotFound } from "../http/errors.ts";
import { one } from "../http/form-state.ts";
import type { Refusal } from "../kernel/result.ts";
import { explain } from "../words/refusals.ts";
import { cancelJob } from "./commands/cancel-job.ts";
import { startUpkeep } from "./commands/start-upkeep.ts";
import { JobsPage } from "./desk.view.tsx";
import { cancelRefusals, OPEN_JOBS } from "./job.ts";
import { listJobs } from "./jobs.queries.ts";
import { UPKEEP } from "./kinds.ts";
import { JOBS_PATH } from "./progress.view.tsx";

const SHOWN = 50;
const DONE: Readonly<Record<string, string>> = {
  "bat-dau": "Đã nhận việc; máy chủ làm khi đến lượt.",
  dung: "Đã nhận yêu cầu dừng. Việc dừng sau bước đang làm.",
};

/** Long work at the desk: one's own, and all of it for the administrator. */
export function jobsDesk(app: FastifyInstance, { portal, frame }: DeskRoom): void {
  const mayRead = { config: { may: "job.read" } };

  app.get(JOBS_PATH, mayRead, (request, reply) => show(request, reply, [], 200));

  app.post(JOBS_PATH, { config: { may: "job.upkeep" } }, async (request, reply) => {
    const asked = UPKEEP.find(({ kind }) => kind === one(request.body, "viec"));
    if (!asked) throw new NotFound("No such work");
    const { kind, title } = asked;
    const job = { kind, title, input: {}, total: await asked.total(portal) };
    const answer = await portal.act(request.visitor!.by, startUpkeep, job);
    if (!answer.ok) return show(request, reply, answer.error, 422);
    return reply.redirectAfterPost(`${JOBS_PATH}?xong=bat-dau`);
  });

  app.post<{ Params: { id: string } }>(`${JOBS_PATH}/:id/dung`, mayRead, async (request, reply) => {
    const answer = await portal.act(request.visitor!.by, cancelJob, { job: request.params.id });
    if (!answer.ok) return show(request, reply, answer.error, 422);
    return reply.redirectAfterPost(`${JOBS_PATH}?xong=dung`);
  });

  async function show(request: FastifyRequest, reply: FastifyReply, refusals: readonly Refusal[], status: number) {
    const { by, hat } = request.visitor!;
    const seesAll = hat.hat === "ADMIN";
    const jobs = await listJobs(portal.db, seesAll ? null : by.person, SHOWN);
    const rows = jobs.map((job) => ({
      ...job,
      isOpen: OPEN_JOBS.includes(job.state),
      mayCancel: cancelRefusals(job, by).length === 0,
    }));
    const isRunning = rows.some(({ isOpen }) => isOpen);
    const isStill = one(request.query, "tu-lam-moi") === "khong";
    if (isRunning && !isStill) reply.header("Refresh", `4; url=${JOBS_PATH}`);
    const view = {
      desk: await frame(request, JOBS_PATH),
      nonce: request.nonce,
      rows,
      upkeep: hatsThatMay("job.upkeep").includes(hat.hat) ? UPKEEP : [],
      items: refusals.map((refusal) => explain(refusal)),
      done: DONE[one(request.query, "xong")],
      isRunning,
      isStill,
    };
    return reply.page(<JobsPage view={view} />, { status });
  }
}
