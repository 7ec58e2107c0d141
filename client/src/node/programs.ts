import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, isAbsolute, join } from "node:path";
import type { ProgramRun, Programs, RunOptions } from "../common/programs.ts";

/** The most that is read of what a program prints, in characters. */
const maximumOutput = 10_000_000;

/** Runs programs as processes, in folders below the system's one for temporary files. */
export const programs: Programs = {
  find(names) {
    const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
    const folders = (process.env["PATH"] ?? "").split(delimiter).filter((folder) => isAbsolute(folder));
    for (const name of names) {
      if (name === "") continue;
      if (isAbsolute(name) && isFile(name)) return name;
      if (name.includes("/") || name.includes("\\")) continue;
      for (const folder of folders) {
        for (const ending of endings) if (isFile(join(folder, name + ending))) return join(folder, name + ending);
      }
    }
    return undefined;
  },

  run: (program, args, options) => new Promise((resolve, reject) => start(program, args, options, resolve, reject)),

  async withFolder(use) {
    const folder = await mkdtemp(join(tmpdir(), "interlinear-"));
    try {
      return await use(folder, async (path, text) => {
        const file = join(folder, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      });
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  },
};

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function start(
  program: string,
  args: readonly string[],
  { folder, timeout, env, token }: RunOptions,
  resolve: (run: ProgramRun) => void,
  reject: (error: Error) => void,
): void {
  const begin = performance.now();
  // A group of its own, so that what it starts ends with it.
  const child = spawn(program, [...args], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  let reason: ProgramRun["reason"];
  const texts = { stdout: "", stderr: "" };
  const stop = (why: ProgramRun["reason"]): void => {
    reason ??= why;
    try {
      if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
      else process.kill(-child.pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (data: string) => {
      texts[name] += data;
      if (texts[name].length > maximumOutput) stop("output");
    });
  }
  const timer = setTimeout(() => stop("timeout"), timeout);
  const cancellation = token.onCancellationRequested(() => stop("cancelled"));
  const finish = (): void => {
    clearTimeout(timer);
    cancellation.dispose();
  };
  child.once("error", (error) => {
    finish();
    reject(error);
  });
  child.once("close", (status) => {
    finish();
    const milliseconds = performance.now() - begin;
    resolve({ ...texts, status: reason === undefined ? (status ?? -1) : undefined, reason, milliseconds });
  });
}
