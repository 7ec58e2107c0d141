import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, extname, join, relative, resolve } from "node:path";
import { languageName, otherLanguage } from "../base/language.ts";
import type { Language } from "../base/language.ts";
import { decodeSource } from "./decode.ts";
import { UsageError } from "./status.ts";

/** A file that is to be translated. */
export interface SourceFile {
  /** As the user wrote it, or found below a folder that the user wrote; `-` is standard input. */
  readonly path: string;
  /** Where it lies below the folder that was asked for; for a file that was asked for by name, the name alone. */
  readonly place: string;
  readonly language: Language;
}

/** Something that was asked for and cannot be had. */
export interface Problem {
  readonly path: string;
  /** Reads on from the path: "cannot be read: …". */
  readonly message: string;
}

const endings: Readonly<Record<string, Language>> = {
  ".py": "python",
  ".pyi": "python",
  ".pyw": "python",
  ".go": "go",
};
const skippedFolders = new Set(["node_modules", "__pycache__"]);

/** The language that a file is written in, by its name. */
export function languageOf(path: string): Language | undefined {
  return endings[extname(path).toLowerCase()];
}

/**
 * Finds the files that the given paths stand for. Folders are searched for files of the language that is translated to `to`;
 * hidden folders, installed packages and the folder `without` are left out, and links to folders are not followed.
 * Throws a UsageError where the direction does not follow from the call.
 */
export function findSources(
  paths: readonly string[],
  to: Language | undefined,
  without: string | undefined,
): { files: readonly SourceFile[]; problems: readonly Problem[] } {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  for (const path of paths) {
    if (path !== "-" && isFolder(path, problems)) {
      if (to === undefined) throw new UsageError(`${path} is a folder: say with --to what to translate it to`);
      if (without === undefined) throw new UsageError(`${path} is a folder: say with --out where its translation goes`);
      const before = files.length + problems.length;
      search(path, path, otherLanguage(to), resolve(without), files, problems);
      if (files.length + problems.length > before) continue;
      problems.push({ path, message: `holds no ${languageName(otherLanguage(to))} files` });
    } else if (!problems.some((each) => each.path === path)) {
      files.push({ path, place: basename(path), language: sourceLanguage(path, to) });
    }
  }
  return { files, problems };
}

function sourceLanguage(path: string, to: Language | undefined): Language {
  const language = path === "-" ? undefined : languageOf(path);
  if (language === undefined) {
    if (to !== undefined) return otherLanguage(to);
    const what = path === "-" ? "standard input has no name" : `the name ${path} does not tell its language`;
    throw new UsageError(`${what}: say with --to what to translate it to`);
  }
  if (language === to) throw new UsageError(`${path} is in that language already`);
  return language;
}

function isFolder(path: string, problems: Problem[]): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    problems.push({ path, message: `cannot be read: ${reasonOf(error)}` });
    return false;
  }
}

function search(
  root: string,
  folder: string,
  language: Language,
  without: string,
  files: SourceFile[],
  problems: Problem[],
): void {
  let entries;
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    problems.push({ path: folder, message: `cannot be read: ${reasonOf(error)}` });
    return;
  }
  if (folder !== root && entries.some((entry) => entry.name === "pyvenv.cfg")) return;
  for (const entry of entries.sort((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const skipped = entry.name.startsWith(".") || skippedFolders.has(entry.name) || resolve(path) === without;
      if (!skipped) search(root, path, language, without, files, problems);
    } else if (languageOf(entry.name) === language && (entry.isFile() || entry.isSymbolicLink())) {
      files.push({ path, place: relative(root, path), language });
    }
  }
}

/** The text of a source file, or why there is none. */
export function readSource(file: SourceFile): { readonly text: string } | { readonly problem: string } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file.path === "-" ? 0 : file.path);
  } catch (error) {
    return { problem: `cannot be read: ${reasonOf(error)}` };
  }
  return decodeSource(bytes, file.language);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of the path is no folder",
  ELOOP: "it is a link to itself",
  ENOSPC: "the disk is full",
  EROFS: "the disk cannot be written to",
};

/** Why the operating system refused, in words. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return reasons[code] ?? (error instanceof Error ? error.message : String(error));
}
