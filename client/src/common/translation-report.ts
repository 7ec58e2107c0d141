import * as vscode from "vscode";
import type { FileDiagnostic } from "../../../server/src/protocol/editing.ts";
import type { FileOutcome } from "./translation-run.ts";

/** A run as its report tells of it. */
export interface Run {
  readonly outcomes: readonly FileOutcome[];
  /** How many files there were to translate. */
  readonly count: number;
  readonly written: readonly string[];
  /** What was left alone because it was there already. */
  readonly kept: readonly string[];
  /** Where the translations are. */
  readonly place: string;
  readonly isCancelled: boolean;
  readonly next: string;
}

/** What has been done and what is left to do, as Markdown. Names and messages may hold anything: they are shown as they are. */
export function translationReport(run: Run): string {
  const { outcomes, written, kept } = run;
  const marked = outcomes.filter((each) => count(each, "mark") > 0);
  const failed = outcomes.filter((each) => each.problem !== undefined);
  const clean = outcomes.length - marked.length - failed.length;
  return [
    `# ${vscode.l10n.t("Translation report")}`,
    ...(run.isCancelled
      ? [`**${vscode.l10n.t("Cancelled: {0} of {1} files were translated.", outcomes.length, run.count)}**`]
      : []),
    [
      `| | |`,
      `| --- | ---: |`,
      `| ${vscode.l10n.t("Wholly translated")} | ${clean} |`,
      `| ${vscode.l10n.t("Something to do by hand")} | ${marked.length} |`,
      `| ${vscode.l10n.t("Not translated")} | ${failed.length} |`,
      `| ${vscode.l10n.t("Files written")} | ${written.length} |`,
    ].join("\n"),
    vscode.l10n.t("The translations are in {0}.", code(run.place)),
    run.next,
    ...section(
      vscode.l10n.t("Left as they were"),
      kept.map((path) => `- ${code(path)}`),
    ),
    ...section(
      vscode.l10n.t("Not translated"),
      failed.map((each) => `- ${code(each.path)}: ${each.problem!}`),
    ),
    ...section(
      vscode.l10n.t("To do by hand"),
      marked.flatMap((each) => lines(each, "mark")),
    ),
    ...section(
      vscode.l10n.t("Can differ"),
      outcomes.filter((each) => count(each, "caveat") > 0).flatMap((each) => lines(each, "caveat")),
    ),
    "",
  ].join("\n\n");
}

function count({ diagnostics }: FileOutcome, severity: FileDiagnostic["severity"]): number {
  return diagnostics.filter((each) => each.severity === severity).length;
}

function section(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.join("\n")];
}

function lines({ path, diagnostics }: FileOutcome, severity: FileDiagnostic["severity"]): readonly string[] {
  return diagnostics
    .filter((each) => each.severity === severity)
    .map((each) => `- ${code(`${path}:${each.line + 1}`)} ${plain(each.message)} (${code(each.code)})`);
}

/** Text that Markdown shows as it is, on one line: nothing in it becomes a link, a tag or anything else. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]<>#|~&!@$]/g, "\\$&")
    .replace(/:(?=\/\/)|\bwww\./gi, (match) => (match === ":" ? "\\:" : "www\\."));
}

/** The same as code. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const fence = "`".repeat(1 + Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length)));
  const pad = /^`|`$/.test(line) ? " " : "";
  return line === "" ? "" : `${fence}${pad}${line}${pad}${fence}`;
}
