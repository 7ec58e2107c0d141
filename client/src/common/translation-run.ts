import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { translateFilesMethod } from "../../../server/src/protocol/editing.ts";
import type {
  FileDiagnostic,
  TranslateFilesParams,
  TranslateFilesResult,
} from "../../../server/src/protocol/editing.ts";
import { readSource } from "./source-files.ts";
import type { SourceFile } from "./source-files.ts";
import { withEnding } from "./view-address.ts";

/** What became of one file. */
export interface FileOutcome {
  /** The source, below the folder. */
  readonly path: string;
  /** The translation, below the output folder. */
  readonly target: string;
  /** Undefined when there is none; `problem` says why. */
  readonly text: string | undefined;
  readonly problem: string | undefined;
  readonly diagnostics: readonly FileDiagnostic[];
}

/** Translates files, those of one folder together, and says how far it is. What is missing at the end was cancelled. */
export async function translateAll(
  client: BaseLanguageClient,
  files: readonly SourceFile[],
  to: "python" | "go",
  progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
  token: vscode.CancellationToken,
): Promise<readonly FileOutcome[]> {
  const outcomes: FileOutcome[] = [];
  for (const [folder, group] of byFolder(files)) {
    if (token.isCancellationRequested) break;
    progress.report({ message: folder === "" ? "." : folder });
    outcomes.push(...(await translateGroup(client, group, to, token)));
    progress.report({ increment: (100 * group.length) / files.length });
  }
  return outcomes;
}

function byFolder(files: readonly SourceFile[]): ReadonlyMap<string, readonly SourceFile[]> {
  const groups = new Map<string, SourceFile[]>();
  for (const file of files) {
    const folder = file.path.slice(0, Math.max(0, file.path.lastIndexOf("/")));
    groups.set(folder, [...(groups.get(folder) ?? []), file]);
  }
  return groups;
}

async function translateGroup(
  client: BaseLanguageClient,
  group: readonly SourceFile[],
  to: "python" | "go",
  token: vscode.CancellationToken,
): Promise<readonly FileOutcome[]> {
  const failed = (path: string, problem: string): FileOutcome => {
    return { path, target: targetOf(path, to), text: undefined, problem, diagnostics: [] };
  };
  const read = await Promise.all(group.map(async ({ uri, path }) => ({ path, text: await readSource(uri) })));
  const files = read.flatMap(({ path, text }) => (text === undefined ? [] : [{ path, text }]));
  const unread = read.filter(({ text }) => text === undefined);
  const problems = unread.map(({ path }) => failed(path, vscode.l10n.t("could not be read as UTF-8")));
  if (files.length === 0) return problems;
  const params: TranslateFilesParams = { files, to };
  const answer = await client
    .sendRequest<TranslateFilesResult | null>(translateFilesMethod, params, token)
    .catch(() => null);
  if (token.isCancellationRequested) return problems;
  const translated = (answer?.files ?? files.map(({ path }) => ({ path, text: undefined, diagnostics: [] }))).map(
    ({ path, text, diagnostics }) =>
      text === undefined
        ? failed(path, vscode.l10n.t("could not be translated; the output has the reason"))
        : { path, target: targetOf(path, to), text, problem: undefined, diagnostics },
  );
  return [...problems, ...translated];
}

/** The path of a translation: the other ending, and no name that the Go command overlooks. */
export function targetOf(path: string, to: "python" | "go"): string {
  const slash = path.lastIndexOf("/") + 1;
  const name = withEnding(path.slice(slash), to);
  if (to === "python") return path.slice(0, slash) + name;
  const visible = name.replace(/^_+/, "").replace(/__\.go$/, ".go");
  return path.slice(0, slash) + (visible === ".go" ? "module.go" : visible);
}
