import { createHash } from "node:crypto";
import { appendFileSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import type { Language } from "../base/language.ts";
import { reasonOf } from "./sources.ts";

/** The file in an output folder that says what was written there: a line for each content, its SHA-256 and its path as JSON. */
const recordName = ".interlinear-written";

/**
 * A folder that translations are written to. It keeps a record of what it wrote, and leaves alone every file that it did not
 * write or that has been changed since, unless `overwrite` is set. A run that is interrupted loses nothing of the record.
 */
export class OutputFolder {
  private readonly folder: string;
  private readonly overwrite: boolean;
  private readonly record: ReadonlySet<string>;
  private readonly written = new Set<string>();

  constructor(folder: string, overwrite: boolean) {
    this.folder = folder;
    this.overwrite = overwrite;
    this.record = readRecord(join(folder, recordName));
  }

  /** Writes a file, given its path below the folder. Returns why it was not written, or undefined when it was. */
  write(place: string, text: string): string | undefined {
    const path = join(this.folder, place);
    if (this.written.has(place)) return `not written: ${path} is the translation of another file of this run`;
    try {
      const refusal = this.refusal(path, place);
      if (refusal !== undefined) return refusal;
      mkdirSync(dirname(path), { recursive: true });
      const line = recordLine(place, Buffer.from(text));
      if (!this.record.has(line)) appendFileSync(join(this.folder, recordName), `${line}\n`);
      replaceFile(path, text);
      this.written.add(place);
      return undefined;
    } catch (error) {
      return `not written: ${path}: ${reasonOf(error)}`;
    }
  }

  private refusal(path: string, place: string): string | undefined {
    const present = lstatSync(path, { throwIfNoEntry: false });
    if (present === undefined) return undefined;
    if (present.isDirectory()) return `not written: ${path} is a folder`;
    if (this.overwrite) return undefined;
    if (present.isFile() && this.record.has(recordLine(place, readFileSync(path)))) return undefined;
    return `not written: ${path} is there, and was not made by this command or was changed since (--overwrite replaces it)`;
  }
}

function recordLine(place: string, content: Uint8Array): string {
  return `${createHash("sha256").update(content).digest("hex")} ${JSON.stringify(place.split(sep).join("/"))}`;
}

function readRecord(path: string): ReadonlySet<string> {
  try {
    return new Set(readFileSync(path, "utf8").split("\n"));
  } catch {
    return new Set();
  }
}

/** The name of a translation, given where its source lies: the other ending, and no name that the Go command overlooks. */
export function outputPlace(place: string, to: Language): string {
  const name = basename(place).replace(/\.[^.]*$/, "");
  const visible = to === "go" ? name.replace(/^_+/, "").replace(/__$/, "") || "module" : name;
  return join(dirname(place), visible + (to === "go" ? ".go" : ".py"));
}

/** Puts a whole file in the place of another, so that a run that is interrupted leaves no half-written one. */
function replaceFile(path: string, text: string): void {
  const draft = `${path}.interlinear-${process.pid}`;
  try {
    writeFileSync(draft, text);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
