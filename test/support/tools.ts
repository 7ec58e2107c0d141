import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The folder of the standard library of the `python3` on PATH, or undefined without one. */
export function pythonLibrary(): string | undefined {
  return firstLine("python3", ["-c", "import os; print(os.path.dirname(os.__file__))"]);
}

/** The folder of the standard library of the `go` on PATH, or undefined without one. */
export function goLibrary(): string | undefined {
  const home = firstLine("go", ["env", "GOROOT"]);
  return home === undefined ? undefined : join(home, "src");
}

/**
 * The paths of the files below a folder whose names end so, sorted; folders named in `except` are left out. Sorting makes that a
 * sample of them is the same each time.
 */
export function filesBelow(folder: string, ending: string, except: readonly string[] = []): string[] {
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !except.includes(entry.name)) found.push(...filesBelow(path, ending, except));
    else if (entry.isFile() && entry.name.endsWith(ending)) found.push(path);
  }
  return found.sort();
}

/** Every n-th element, so that about `size` remain, or all when there are fewer. */
export function sample<Element>(elements: readonly Element[], size: number): Element[] {
  const step = Math.max(1, Math.floor(elements.length / size));
  return elements.filter((_, index) => index % step === 0).slice(0, size);
}

function firstLine(command: string, args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, { encoding: "utf8" });
  return status === 0 ? stdout.split(/\r?\n/)[0] : undefined;
}
