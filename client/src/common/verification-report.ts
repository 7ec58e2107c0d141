import * as vscode from "vscode";
import type { FileDiagnostic } from "../../../server/src/protocol/editing.ts";
import type { ProgramRun } from "./programs.ts";
import { code, plain } from "./translation-report.ts";
import type { Verification } from "./verification.ts";

/** The most lines of a program's output that a report shows. */
const shownLines = 40;

/** What came of running both sides, as Markdown. */
export function verificationReport(name: string, result: Verification, diagnostics: readonly FileDiagnostic[]): string {
  const { python, go, build, versions } = result;
  const marks = diagnostics.filter((each) => each.severity === "mark");
  return [
    `# ${vscode.l10n.t("Verification of {0}", code(name))}`,
    `**${verdict(result)}**`,
    [
      `| | Python | Go |`,
      `| --- | ---: | ---: |`,
      `| ${vscode.l10n.t("Time, with starting")} | ${time(python)} | ${go === undefined ? "–" : time(go)} |`,
      `| ${vscode.l10n.t("Exit status")} | ${python.status ?? "–"} | ${go?.status ?? "–"} |`,
      `| ${vscode.l10n.t("Building")} | – | ${time(build)} |`,
      `| ${vscode.l10n.t("Version")} | ${code(versions.python)} | ${code(versions.go)} |`,
    ].join("\n"),
    ...(go === undefined || go.status === undefined || python.status === undefined ? [] : [ratio(python, go)]),
    ...(marks.length === 0
      ? []
      : [
          vscode.l10n.t("The translation has places that are left to do by hand, so it cannot behave the same there:"),
          marks.map((each) => `- ${plain(each.message)} (${code(each.code)})`).join("\n"),
        ]),
    ...output(vscode.l10n.t("What the Go compiler says"), go === undefined ? build.stderr + build.stdout : ""),
    ...output(vscode.l10n.t("What Python prints"), python.stdout),
    ...output(vscode.l10n.t("What Go prints"), result.verdict === "same" ? "" : (go?.stdout ?? "")),
    ...output(vscode.l10n.t("What Python says of errors"), python.stderr),
    ...output(vscode.l10n.t("What Go says of errors"), go?.stderr ?? ""),
    "",
  ].join("\n\n");
}

function verdict({ verdict: result, python, go }: Verification): string {
  if (result === "same") return vscode.l10n.t("Both sides print the same.");
  if (result === "unbuilt") return vscode.l10n.t("The Go side does not build.");
  if (result === "different") return vscode.l10n.t("The sides differ.");
  const stopped = python.status === undefined ? python : go;
  const side = python.status === undefined ? "Python" : "Go";
  if (stopped?.reason === "timeout") {
    return vscode.l10n.t("{0} did not end in time; the setting interlinear.verify.timeout gives it more.", side);
  }
  if (stopped?.reason === "output") return vscode.l10n.t("{0} was stopped: it prints too much.", side);
  return vscode.l10n.t("Cancelled.");
}

function time({ milliseconds }: ProgramRun): string {
  return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(2)} s`;
}

function ratio(python: ProgramRun, go: ProgramRun): string {
  const [slow, fast] = python.milliseconds > go.milliseconds ? ["Python", "Go"] : ["Go", "Python"];
  const factor = Math.max(python.milliseconds, go.milliseconds) / Math.min(python.milliseconds, go.milliseconds);
  return vscode.l10n.t("{0} took {1} times as long as {2}, here and this once.", slow, factor.toFixed(1), fast);
}

function output(title: string, text: string): readonly string[] {
  if (text.trim() === "") return [];
  const lines = text.trimEnd().split("\n");
  const rest = lines.length - shownLines;
  const shown = lines.slice(0, shownLines).join("\n");
  const fence = "`".repeat(Math.max(3, ...(shown.match(/`+/g) ?? []).map((run) => run.length + 1)));
  const more = rest > 0 ? [vscode.l10n.t("… and {0} lines more.", rest)] : [];
  return [`## ${title}`, `${fence}text\n${shown}\n${fence}`, ...more];
}
