import { Worker } from "node:worker_threads";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { ReadFault } from "./file-text.ts";
import { MAX_PAGES, MAX_TEXT, PDF_MEMORY_MB, PDF_MILLISECONDS } from "./limits.ts";
import type { PdfAnswer, PdfJob } from "./pdf-worker.ts";

/** Beside this file, in the source as in the build. */
const WORKER = new URL(import.meta.url.endsWith(".ts") ? "./pdf-worker.ts" : "./pdf-worker.js", import.meta.url);

/**
 * Reads a PDF in a thread of its own, with its own memory: a file made to run for ever, or to eat all memory, ends
 * the thread and nothing else.
 */
export function readPdf(
  bytes: Uint8Array,
  milliseconds = PDF_MILLISECONDS,
): Promise<Result<Extract<PdfAnswer, { ok: true }>, ReadFault>> {
  const job: PdfJob = { bytes: Uint8Array.from(bytes), maxPages: MAX_PAGES, maxText: MAX_TEXT };
  const worker = new Worker(WORKER, {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: PDF_MEMORY_MB },
    stdout: true,
    stderr: true,
  });
  return new Promise((resolve) => {
    const end = (answer: Result<Extract<PdfAnswer, { ok: true }>, ReadFault>) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(answer);
    };
    const timer = setTimeout(() => end(refused("tooLong")), milliseconds);
    worker.once("message", (answer: PdfAnswer) =>
      end(answer.ok ? done(answer) : refused(answer.locked ? "locked" : "broken")),
    );
    worker.once("error", (error) =>
      end(refused((error as { code?: string }).code === "ERR_WORKER_OUT_OF_MEMORY" ? "tooLarge" : "broken")),
    );
    worker.once("exit", () => end(refused("broken")));
  });
}
