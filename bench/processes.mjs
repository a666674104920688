// Child processes of a measurement: pinned to a core where `taskset` exists, watched through /proc where there is one.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

const HAS_TASKSET = spawnSync("taskset", ["-c", "0", "true"]).status === 0;
const HAS_TWO_CORES = spawnSync("taskset", ["-c", "1", "true"]).status === 0;
export const isPinned = HAS_TASKSET && HAS_TWO_CORES;

const TICKS_PER_SECOND = 100;

/** Starts a command on one core; its first line on stdout that is an address is given to `address`. */
export function start(core, command, args, env = {}) {
  const [file, ...rest] = isPinned ? ["taskset", "-c", String(core), command, ...args] : [command, ...args];
  const child = spawn(file, rest, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "inherit"],
    detached: true,
  });
  const { promise, resolve, reject } = Promise.withResolvers();
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
    const address = /https?:\/\/[^\s"']+/.exec(said)?.[0];
    if (address !== undefined && said.includes("\n")) resolve(address);
  });
  child.on("error", reject).on("exit", (code) => reject(new Error(`${command} ended with ${code}:\n${said}`)));
  promise.catch(() => {});
  return { pid: child.pid, address: promise, stop: () => stop(child) };
}

/** Ends the whole group: a start command may be a script that started the server. */
function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers();
  child.once("exit", resolve);
  process.kill(-child.pid, "SIGTERM");
  return promise;
}

/** Moves this process, which makes the load, to the other core. */
export function pinThisProcess(core) {
  if (isPinned) spawnSync("taskset", ["-a", "-p", "-c", String(core), String(process.pid)]);
}

/** Seconds of processor time a process and what it started have used; NaN where the system does not say. */
export function cpuSeconds(pid) {
  return sum(family(pid), (member) => {
    const fields = statOf(member);
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  });
}

/** Megabytes of memory in use by a process and what it started. */
export function memoryMB(pid) {
  return sum(family(pid), (member) => {
    const status = readFileSync(`/proc/${member}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  });
}

function sum(pids, of) {
  try {
    return pids.reduce((total, pid) => total + of(pid), 0);
  } catch {
    return Number.NaN;
  }
}

function family(pid) {
  try {
    const children = readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => parentOf(name) === pid);
    return [pid, ...children.flatMap((child) => family(Number(child)))];
  } catch {
    return [pid];
  }
}

function parentOf(pid) {
  try {
    return Number(statOf(pid)[1]);
  } catch {
    return 0;
  }
}

/** The fields after the name, which may itself hold spaces. */
function statOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
}
