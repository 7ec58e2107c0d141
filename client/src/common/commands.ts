import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { languageName, sourceDocument } from "./sources.ts";
import type { TranslationViews } from "./translation-view.ts";

/** Registers the commands that show translations and look after the server. */
export function registerCommands(client: BaseLanguageClient, views: TranslationViews): vscode.Disposable {
  const show = (from: "python" | "go") => async (resource?: unknown) => {
    const source = await sourceDocument(resource, from);
    if (source !== undefined) {
      await views.show(source);
      return;
    }
    void vscode.window.showInformationMessage(
      vscode.l10n.t("Interlinear: open a {0} file first, then run this command on it.", languageName(from)),
    );
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
