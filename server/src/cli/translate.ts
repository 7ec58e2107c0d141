import { dirname } from "node:path";
import { otherLanguage } from "../base/language.ts";
import type { Language } from "../base/language.ts";
import type { Program, Translation, Translator } from "../translator/api.ts";
import { OutputFolder, outputPlace } from "./output-folder.ts";
import { findSources, readSource } from "./sources.ts";
import type { SourceFile } from "./sources.ts";
import { exitStatus, UsageError, worse } from "./status.ts";
import type { ExitStatus } from "./status.ts";
import { counted, diagnosticLines, printable, Progress } from "./terminal.ts";

/** The options of `interlinear translate`. */
export interface TranslateOptions {
  readonly to?: Language;
  readonly format: "text" | "json";
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly stubs?: boolean;
}

/** What became of one file. */
type Outcome =
  | { readonly file: SourceFile; readonly text: string; readonly translation: Translation }
  | { readonly file: { readonly path: string }; readonly problem: string };

/**
 * Translates files, folders or standard input. Texts go to standard output or into the folder of `--out`, diagnostics and
 * counts to standard error. Returns the exit status; throws a UsageError when the options do not fit the paths.
 */
export function translateCommand(
  paths: readonly string[],
  options: TranslateOptions,
  translator: Translator,
): ExitStatus {
  if (options.format === "json" && options.out !== undefined) {
    throw new UsageError("--format json prints, --out writes files: choose one of them");
  }
  if (paths.filter((path) => path === "-").length > 1) throw new UsageError("standard input can be read only once");
  const { files, problems } = findSources(paths, options.to, options.out);
  const progress = new Progress(files.length);
  const missing = problems.map(({ path, message }): Outcome => ({ file: { path }, problem: message }));
  const outcomes = [...missing, ...translateFiles(files, options, translator, progress)];
  progress.clear();

  if (options.format === "json") printJson(outcomes, files.length + problems.length > 1);
  else if (options.out === undefined) printTexts(outcomes);
  const written = options.out === undefined ? outcomes : writeTexts(outcomes, options.out, options.overwrite === true);
  for (const outcome of written) report(outcome, options.format);
  if (options.out !== undefined) console.error(summary(written));
  return written.map(statusOf).reduce(worse, exitStatus.clean);
}

/** Files of one folder and language form one program: they can use each other's names. */
function translateFiles(
  files: readonly SourceFile[],
  options: TranslateOptions,
  translator: Translator,
  progress: Progress,
): Outcome[] {
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) {
    const key = `${file.language} ${file.path === "-" ? "-" : dirname(file.path)}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const outcomes = [...groups.values()].flatMap((group) => translateGroup(group, options, translator, progress));
  return outcomes.sort(
    (left, right) => files.indexOf(left.file as SourceFile) - files.indexOf(right.file as SourceFile),
  );
}

function translateGroup(
  files: readonly SourceFile[],
  options: TranslateOptions,
  translator: Translator,
  progress: Progress,
): Outcome[] {
  const program = translator.createProgram({ stubs: options.stubs === true });
  try {
    const texts = new Map<SourceFile, string>();
    const outcomes: Outcome[] = [];
    for (const file of files) {
      const source = readSource(file);
      if ("problem" in source) outcomes.push({ file, problem: source.problem });
      else {
        texts.set(file, source.text);
        program.open(nameOf(file), file.language, source.text);
      }
    }
    for (const [file, text] of texts) {
      progress.step(file.path);
      outcomes.push(translateFile(program, file, text));
    }
    return outcomes;
  } finally {
    program.dispose();
  }
}

function translateFile(program: Program, file: SourceFile, text: string): Outcome {
  try {
    const translation = program.translate(nameOf(file));
    const isEmpty = translation.text.trim() === "" && text.trim() !== "";
    return isEmpty ? { file, problem: "gave nothing" } : { file, text, translation };
  } catch (error) {
    return { file, problem: `could not be translated: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** The name of a file in its program. */
function nameOf(file: SourceFile): string {
  if (file.path !== "-") return file.path;
  return file.language === "python" ? "stdin.py" : "stdin.go";
}

/** How a file is called in what the user reads. */
function shownName(path: string): string {
  return path === "-" ? "<stdin>" : path;
}

function printTexts(outcomes: readonly Outcome[]): void {
  for (const outcome of outcomes) {
    if ("problem" in outcome) continue;
    const { text, language } = outcome.translation;
    const heading = `${language === "go" ? "//" : "#"} ${printable(shownName(outcome.file.path))}\n\n`;
    process.stdout.write(outcomes.length > 1 ? `${heading}${text}\n` : text);
  }
}

function printJson(outcomes: readonly Outcome[], asList: boolean): void {
  const results = outcomes.map((outcome) => {
    const path = shownName(outcome.file.path);
    return "problem" in outcome ? { path, problem: outcome.problem } : { path, ...outcome.translation };
  });
  process.stdout.write(JSON.stringify(asList ? results : results[0], null, 2) + "\n");
}

function writeTexts(outcomes: readonly Outcome[], out: string, overwrite: boolean): Outcome[] {
  const folder = new OutputFolder(out, overwrite);
  return outcomes.map((outcome) => {
    if ("problem" in outcome) return outcome;
    const place = outcome.file.path === "-" ? "stdin" : outcome.file.place;
    const problem = folder.write(outputPlace(place, otherLanguage(outcome.file.language)), outcome.translation.text);
    return problem === undefined ? outcome : { file: outcome.file, problem };
  });
}

function report(outcome: Outcome, format: "text" | "json"): void {
  const path = shownName(outcome.file.path);
  if ("problem" in outcome) console.error(`interlinear: ${printable(`${path}: ${outcome.problem}`)}`);
  else if (format === "text") {
    for (const line of diagnosticLines(outcome.translation.diagnostics, path, outcome.text)) console.error(line);
  }
}

function statusOf(outcome: Outcome): ExitStatus {
  if ("problem" in outcome) return exitStatus.failed;
  return countMarks(outcome) > 0 ? exitStatus.marked : exitStatus.clean;
}

function countMarks(outcome: Outcome): number {
  if ("problem" in outcome) return 0;
  return outcome.translation.diagnostics.filter((each) => each.severity === "mark").length;
}

function summary(outcomes: readonly Outcome[]): string {
  const of = (status: ExitStatus) => outcomes.filter((each) => statusOf(each) === status).length;
  const marks = outcomes.reduce((sum, each) => sum + countMarks(each), 0);
  return [
    `${counted(outcomes.length - of(exitStatus.failed), "file")} translated: ${of(exitStatus.clean)} without marks`,
    `${of(exitStatus.marked)} with marks (${marks} in all)`,
    `${of(exitStatus.failed)} not translated`,
  ].join(", ");
}
