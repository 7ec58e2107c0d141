import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { Pages } from "./pages.ts";
import { projectFile } from "./project-file.ts";
import { setting } from "./settings.ts";
import { findSources } from "./source-files.ts";
import type { SourceFile } from "./source-files.ts";
import { languageName, otherLanguage, sourceDocument } from "./sources.ts";
import { translateAll } from "./translation-run.ts";
import type { FileOutcome } from "./translation-run.ts";
import { translationReport } from "./translation-report.ts";
import { exists, writeFile } from "./write-file.ts";

/** What is to be translated, and where to. */
interface Task {
  readonly files: readonly SourceFile[];
  readonly to: "python" | "go";
  readonly output: vscode.Uri;
  /** Whether the output is a folder of its own, which gets a project file of this name. */
  readonly project: string | undefined;
}

/** *Translate File*, *Translate Folder* and *Translate Workspace*. */
export function registerTranslateFiles(client: BaseLanguageClient, pages: Pages): vscode.Disposable {
  const run = (find: (resource: unknown) => Promise<Task | undefined>) => async (resource?: unknown) => {
    const task = await find(resource);
    if (task !== undefined) await carryOut(client, pages, task);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand("interlinear.translateFile", run(fileTask)),
    vscode.commands.registerCommand("interlinear.translateFolder", run(folderTask)),
    vscode.commands.registerCommand("interlinear.translateWorkspace", run(workspaceTask)),
  );
}

async function fileTask(resource: unknown): Promise<Task | undefined> {
  const document = await sourceDocument(resource);
  if (document === undefined || document.isUntitled) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Interlinear: open a saved Python or Go file first."));
    return undefined;
  }
  const path = document.uri.path.split("/").at(-1)!;
  const output = vscode.Uri.joinPath(document.uri, "..");
  return { files: [{ uri: document.uri, path }], to: otherLanguage(document.languageId), output, project: undefined };
}

async function folderTask(resource: unknown): Promise<Task | undefined> {
  if (resource instanceof vscode.Uri) return taskFor(resource);
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t("Translate"),
    ...(vscode.workspace.workspaceFolders?.[0] ? { defaultUri: vscode.workspace.workspaceFolders[0].uri } : {}),
  });
  return chosen?.[0] === undefined ? undefined : taskFor(chosen[0]);
}

async function workspaceTask(): Promise<Task | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Interlinear: open a folder first."));
    return undefined;
  }
  const folder = folders.length === 1 ? folders[0] : await vscode.window.showWorkspaceFolderPick();
  return folder === undefined ? undefined : taskFor(folder.uri);
}

async function taskFor(folder: vscode.Uri): Promise<Task | undefined> {
  const found = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t("Looking for Python and Go files"),
      cancellable: true,
    },
    async (_, token) => {
      const sources = await findSources(folder, token);
      return token.isCancellationRequested ? undefined : sources;
    },
  );
  if (found === undefined) return undefined;
  const from = await chooseLanguage(found.python.length, found.go.length);
  if (from === undefined) return undefined;
  const to = otherLanguage(from);
  const home = vscode.workspace.getWorkspaceFolder(folder)?.uri ?? folder;
  const name = setting("translate.outputFolder", folder).replace("${language}", to);
  // A name that leads out of the folder is no place to write to.
  const isInside = name !== "" && !name.split(/[/\\]/).some((part) => part === "..") && !/^([/\\]|\w:)/.test(name);
  const output = vscode.Uri.joinPath(home, isInside ? name : `translated-${to}`);
  const files = found[from].filter(({ uri }) => !uri.path.startsWith(`${output.path}/`));
  return { files, to, output, project: `${folder.path.split("/").filter(Boolean).at(-1) ?? "workspace"}-${to}` };
}

async function chooseLanguage(python: number, go: number): Promise<"python" | "go" | undefined> {
  if (python === 0 && go === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Interlinear found no Python or Go files there."));
    return undefined;
  }
  if (python === 0 || go === 0) return python === 0 ? "go" : "python";
  const choices = [
    { label: vscode.l10n.t("Python to Go"), description: vscode.l10n.t("{0} files", python), from: "python" as const },
    { label: vscode.l10n.t("Go to Python"), description: vscode.l10n.t("{0} files", go), from: "go" as const },
  ];
  const title = vscode.l10n.t("There are files of both languages. Which are to be translated?");
  return (await vscode.window.showQuickPick(choices, { title }))?.from;
}

async function carryOut(client: BaseLanguageClient, pages: Pages, task: Task): Promise<void> {
  const { files, to, output } = task;
  const title = vscode.l10n.t("Translating {0} files to {1}", files.length, languageName(to));
  const { outcomes, isCancelled } = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title, cancellable: true },
    async (progress, token) => ({
      outcomes: await translateAll(client, files, to, progress, token),
      isCancelled: token.isCancellationRequested,
    }),
  );
  const { written, kept } = isCancelled ? { written: [], kept: [] } : await writeAll(task, outcomes);
  if (written === undefined) return;
  const place = vscode.workspace.asRelativePath(output);
  const next =
    task.project === undefined || isCancelled
      ? ""
      : to === "go"
        ? vscode.l10n.t("Next: `go vet ./...` there; `go mod tidy` where packages from elsewhere are imported.")
        : vscode.l10n.t(
            "Next: run it with Python 3.11 or newer; add to `pyproject.toml` what it imports from elsewhere.",
          );
  const report = translationReport({ outcomes, count: files.length, written, kept, place, isCancelled, next });
  if (files.length === 1 && written.length === 1) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(output, written[0]!), {
      viewColumn: vscode.ViewColumn.Beside,
    });
  }
  const isClean = outcomes.every((each) => each.text !== undefined && each.diagnostics.length === 0);
  if (files.length > 1 || !isClean || isCancelled) await pages.showMarkdown("Translation report", report, "here");
}

/** Writes what was translated. What is there already is replaced only when the user says so; undefined means that nothing is to be done. */
async function writeAll(
  { output, to, project }: Task,
  outcomes: readonly FileOutcome[],
): Promise<{ readonly written: readonly string[] | undefined; readonly kept: readonly string[] }> {
  const texts = new Map<string, string>();
  const doubled: string[] = [];
  for (const { target, text } of outcomes) {
    if (text === undefined) continue;
    if (texts.has(target)) doubled.push(target);
    else texts.set(target, text);
  }
  const present = (
    await Promise.all(
      [...texts.keys()].map(async (path) => ((await exists(vscode.Uri.joinPath(output, path))) ? [path] : [])),
    )
  ).flat();
  const answer = present.length === 0 ? "replace" : await askAboutPresent(present);
  if (answer === undefined) return { written: undefined, kept: [] };
  const kept = [...doubled, ...(answer === "keep" ? present : [])];
  const written: string[] = [];
  for (const [path, text] of texts) {
    if (kept.includes(path) && !doubled.includes(path)) continue;
    if (await writeFile(vscode.Uri.joinPath(output, path), text, "replace")) written.push(path);
  }
  if (project !== undefined && written.length > 0) {
    const { name, text } = projectFile(to, project);
    const uri = vscode.Uri.joinPath(output, name);
    if (await exists(uri)) kept.push(name);
    else if (await writeFile(uri, text, "replace")) written.push(name);
  }
  return { written, kept };
}

async function askAboutPresent(present: readonly string[]): Promise<"replace" | "keep" | undefined> {
  const [replace, keep] = [vscode.l10n.t("Replace"), vscode.l10n.t("Keep Them")];
  const question = vscode.l10n.t("{0} of the files to be written are there already.", present.length);
  const detail = present.slice(0, 10).join("\n");
  const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, replace, keep);
  return answer === replace ? "replace" : answer === keep ? "keep" : undefined;
}
