import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { doctestMethod, translateFilesMethod } from "../../../server/src/protocol/editing.ts";
import type {
  DoctestParams,
  DoctestResult,
  FileDiagnostic,
  SourceText,
  TranslateFilesParams,
  TranslateFilesResult,
} from "../../../server/src/protocol/editing.ts";
import type { Pages } from "./pages.ts";
import type { Programs } from "./programs.ts";
import { setting } from "./settings.ts";
import { readSource } from "./source-files.ts";
import { editorOf, otherLanguage, sourceDocument } from "./sources.ts";
import { targetOf } from "./translation-run.ts";
import { verify } from "./verification.ts";
import type { Sides, Tools, Verification } from "./verification.ts";
import { verificationReport } from "./verification-report.ts";

/** What is to be verified: one program, and what its translation says of itself. */
interface Subject {
  readonly name: string;
  readonly sides: Sides;
  readonly diagnostics: readonly FileDiagnostic[];
}

/**
 * *Verify Translation*: runs a program and its translation, or the examples of the Python function at the cursor, and compares
 * what they print. It is the one command that runs the user's code, so it does so in trusted workspaces alone.
 */
export function registerVerify(
  client: BaseLanguageClient,
  pages: Pages,
  programs: Programs | undefined,
): vscode.Disposable {
  return vscode.commands.registerCommand("interlinear.verifyTranslation", async (resource?: unknown) => {
    const refusal = refusalOf(programs);
    if (refusal !== undefined) return vscode.window.showWarningMessage(refusal);
    const document = await sourceDocument(resource);
    if (document === undefined) {
      return vscode.window.showInformationMessage(vscode.l10n.t("Interlinear: open a Python or Go program first."));
    }
    const tools = findTools(programs!);
    if (typeof tools === "string") return vscode.window.showWarningMessage(tools);
    const subject = await subjectOf(client, document);
    if (subject === undefined) {
      return vscode.window.showWarningMessage(vscode.l10n.t("Interlinear could not translate this program."));
    }
    await run(pages, programs!, tools, subject);
    return undefined;
  });
}

function refusalOf(programs: Programs | undefined): string | undefined {
  if (programs === undefined) {
    return vscode.l10n.t(
      "Verify Translation runs both programs, which an editor in a browser cannot. Open the folder in VS Code on a machine with python3 and go.",
    );
  }
  if (vscode.workspace.isTrusted) return undefined;
  return vscode.l10n.t("Verify Translation runs the code of this folder. Trust the workspace first, if you do.");
}

/** Where installers put the programs; an editor that was not started from a shell may not have these on its search path. */
const usualPlaces = {
  python: ["/usr/local/bin/python3", "/opt/homebrew/bin/python3"],
  go: ["/usr/local/go/bin/go", "/opt/homebrew/bin/go"],
} as const;

function findTools(programs: Programs): Tools | string {
  const [chosenPython, chosenGo] = [setting("verify.python"), setting("verify.go")];
  const python = programs.find(chosenPython === "" ? ["python3", "python", ...usualPlaces.python] : [chosenPython]);
  const go = programs.find(chosenGo === "" ? ["go", ...usualPlaces.go] : [chosenGo]);
  if (python !== undefined && go !== undefined) return { python, go };
  const missing = [...(python === undefined ? ["python3"] : []), ...(go === undefined ? ["go"] : [])].join(", ");
  return vscode.l10n.t(
    "Verify Translation needs {0}, which is not on the search path of this machine. Install it, or name it in the settings interlinear.verify.python and interlinear.verify.go.",
    missing,
  );
}

async function subjectOf(client: BaseLanguageClient, document: vscode.TextDocument): Promise<Subject | undefined> {
  const from = document.languageId as "python" | "go";
  const examples = from === "python" ? await examplesAt(client, document) : undefined;
  const file = document.uri.path.split("/").at(-1)!;
  const files = examples === undefined ? await programFiles(document, file) : [{ path: file, text: examples.program }];
  const params: TranslateFilesParams = { files, to: otherLanguage(from) };
  const answer = await client.sendRequest<TranslateFilesResult | null>(translateFilesMethod, params);
  if (answer === null || answer.files.some((each) => each.text === undefined)) return undefined;
  const translated = answer.files.map(({ path, text }) => ({ path: targetOf(path, otherLanguage(from)), text: text! }));
  const start = from === "python" ? file : targetOf(file, "python");
  const sides: Sides =
    from === "python" ? { python: files, start, go: translated } : { python: translated, start, go: files };
  const name = examples === undefined ? file : `${examples.name} (${file})`;
  return { name, sides, diagnostics: answer.files.flatMap((each) => each.diagnostics) };
}

/** The examples of the function or class that the cursor is in. */
async function examplesAt(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
): Promise<DoctestResult | undefined> {
  const editor = editorOf(document);
  if (editor === undefined) return undefined;
  const { code2ProtocolConverter } = client;
  const params: DoctestParams = {
    uri: code2ProtocolConverter.asUri(document.uri),
    position: code2ProtocolConverter.asPosition(editor.selection.active),
  };
  return (await client.sendRequest<DoctestResult | null>(doctestMethod, params)) ?? undefined;
}

/** The program's files: those of a Go package, or a Python file with what it imports of its folder. */
async function programFiles(document: vscode.TextDocument, file: string): Promise<readonly SourceText[]> {
  const files = new Map([[file, document.getText()]]);
  if (document.isUntitled)
    return [
      {
        path: file.includes(".") ? file : `program.${document.languageId === "go" ? "go" : "py"}`,
        text: document.getText(),
      },
    ];
  const folder = vscode.Uri.joinPath(document.uri, "..");
  const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
  if (document.languageId === "go") {
    for (const name of names.filter((each) => each.endsWith(".go") && !each.endsWith("_test.go") && each !== file)) {
      files.set(name, (await readSource(vscode.Uri.joinPath(folder, name))) ?? "");
    }
  } else {
    for (const text of files.values()) {
      for (const [, module] of text.matchAll(/^\s*(?:from|import)\s+(\w+)/gm)) {
        const name = `${module}.py`;
        if (names.includes(name) && !files.has(name))
          files.set(name, (await readSource(vscode.Uri.joinPath(folder, name))) ?? "");
      }
    }
  }
  return [...files].map(([path, text]) => ({ path, text }));
}

async function run(
  pages: Pages,
  programs: Programs,
  tools: Tools,
  { name, sides, diagnostics }: Subject,
): Promise<void> {
  const title = vscode.l10n.t("Verifying {0}", name);
  const steps = {
    build: vscode.l10n.t("building the Go side"),
    python: vscode.l10n.t("running Python"),
    go: vscode.l10n.t("running Go"),
  };
  const timeout = Math.max(1, setting("verify.timeout")) * 1000;
  const result = await vscode.window
    .withProgress({ location: vscode.ProgressLocation.Notification, title, cancellable: true }, (progress, token) =>
      verify(programs, tools, sides, timeout, token, (step) => progress.report({ message: steps[step] })),
    )
    .then(undefined, (error: unknown) => String(error));
  if (typeof result === "string") {
    void vscode.window.showErrorMessage(vscode.l10n.t("Interlinear could not run the programs: {0}", result));
    return;
  }
  await showResult(pages, name, result, diagnostics);
}

async function showResult(
  pages: Pages,
  name: string,
  result: Verification,
  diagnostics: readonly FileDiagnostic[],
): Promise<void> {
  await pages.showMarkdown("Verification", verificationReport(name, result, diagnostics), "beside");
  if (result.verdict !== "different" || result.go === undefined) return;
  const show = vscode.l10n.t("Show Difference");
  const said = vscode.l10n.t("Interlinear: Python and Go print different things.");
  if ((await vscode.window.showWarningMessage(said, show)) !== show) return;
  const [python, go] = [
    pages.put("python-output.txt", result.python.stdout),
    pages.put("go-output.txt", result.go.stdout),
  ];
  await vscode.commands.executeCommand("vscode.diff", python, go, vscode.l10n.t("What Python prints ↔ what Go prints"));
}
