import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { viewScheme } from "./translation-view.ts";
import type { TranslationViews } from "./translation-view.ts";

/** Registers the commands that package.json contributes. */
export function registerCommands(client: BaseLanguageClient, views: TranslationViews): vscode.Disposable {
  const show = (from: "python" | "go") => async (resource?: vscode.Uri) => {
    const source = await sourceDocument(resource, from);
    if (source !== undefined) return views.show(source);
    const name = from === "python" ? "Python" : "Go";
    void vscode.window.showInformationMessage(`Interlinear: open a ${name} file first, then run this command on it.`);
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand("interlinear.showGoVersion", show("python")),
    vscode.commands.registerCommand("interlinear.showPythonVersion", show("go")),
    vscode.commands.registerCommand("interlinear.restartServer", () => restart(client)),
    vscode.commands.registerCommand("interlinear.showOutput", () => client.outputChannel.show()),
  );
}

/** Also starts a server that has ended by itself, too often for the client to start it again. */
async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}

/** The document in this language that a menu names, else the active editor's, else (where a panel is active) a visible one. */
async function sourceDocument(resource: unknown, language: string): Promise<vscode.TextDocument | undefined> {
  const editors = vscode.window.visibleTextEditors.map((editor) => editor.document);
  const documents =
    resource instanceof vscode.Uri
      ? [await vscode.workspace.openTextDocument(resource)]
      : [vscode.window.activeTextEditor?.document, ...editors];
  return documents.find((document) => document?.languageId === language && document.uri.scheme !== viewScheme);
}
