import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import type { Language } from "../base/language.ts";
import { reasonOf } from "./sources.ts";

/** The file in an output folder that says what was written there, and what it held then. */
const recordName = ".interlinear.json";

interface OutputRecord {
  readonly writtenBy: "interlinear";
  /** The SHA-256 of each file's content, by its path in the folder, with slashes. */
  readonly files: Record<string, string>;
}

/**
 * A folder that translations are written to. It keeps a record of what it wrote, and leaves alone every file that it did not
 * write or that has been changed since, unless `overwrite` is set.
 */
export class OutputFolder {
  private readonly folder: string;
  private readonly overwrite: boolean;
  private readonly record: Record<string, string>;
  private readonly written = new Set<string>();

  constructor(folder: string, overwrite: boolean) {
    this.folder = folder;
    this.overwrite = overwrite;
    this.record = readRecord(join(folder, recordName));
  }

  /** Writes a file, given its path below the folder. Returns why it was not written, or undefined when it was. */
  write(place: string, text: string): string | undefined {
    const key = place.split(sep).join("/");
    const path = join(this.folder, place);
    if (this.written.has(key)) return `not written: ${path} is the translation of another file of this run`;
    try {
      const refusal = this.refusal(path, key);
      if (refusal !== undefined) return refusal;
      mkdirSync(dirname(path), { recursive: true });
      replaceFile(path, text);
      this.written.add(key);
      this.record[key] = hash(Buffer.from(text));
      const record: OutputRecord = { writtenBy: "interlinear", files: this.record };
      replaceFile(join(this.folder, recordName), JSON.stringify(record, null, 2) + "\n");
      return undefined;
    } catch (error) {
      return `not written: ${path}: ${reasonOf(error)}`;
    }
  }

  private refusal(path: string, key: string): string | undefined {
    const present = lstatSync(path, { throwIfNoEntry: false });
    if (present === undefined) return undefined;
    if (present.isDirectory()) return `not written: ${path} is a folder`;
    if (this.overwrite) return undefined;
    const known = this.record[key];
    if (known === undefined || !present.isFile()) {
      return `not written: ${path} is there and was not made by this command (--overwrite replaces it)`;
    }
    if (hash(readFileSync(path)) === known) return undefined;
    return `not written: ${path} was changed since it was made (--overwrite replaces it)`;
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

function readRecord(path: string): Record<string, string> {
  try {
    const record = JSON.parse(readFileSync(path, "utf8")) as Partial<OutputRecord>;
    return record.writtenBy === "interlinear" ? { ...record.files } : {};
  } catch {
    return {};
  }
}

function hash(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
