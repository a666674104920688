import { createHmac, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const SHORTEST = 32;

/**
 * The secret that signs sessions and forms: `PORTAL_SECRET`, or else a file in the data folder that only the owner may
 * read, made at the first start. Refuses a secret of fewer than 32 characters.
 */
export async function readSecret(dataFolder: string, given = process.env.PORTAL_SECRET): Promise<string> {
  if (given !== undefined && given !== "") return longEnough(given, "PORTAL_SECRET");
  const file = join(dataFolder, "secret");
  await mkdir(dataFolder, { recursive: true });
  try {
    // "wx": of two processes starting at once one makes the file, and both read it.
    await writeFile(file, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return longEnough((await readFile(file, "utf8")).trim(), file);
}

/** A secret for one purpose: what signs forms cannot sign sessions. */
export function secretFor(secret: string, purpose: "forms" | "sessions" | "intake"): string {
  return createHmac("sha256", secret).update(purpose).digest("base64url");
}

function longEnough(secret: string, where: string): string {
  if (secret.length >= SHORTEST) return secret;
  throw new Error(`Khóa bí mật trong ${where} phải có ít nhất ${SHORTEST} ký tự`);
}
