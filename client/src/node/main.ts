import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { programs } from "./programs.ts";
import { startExtension } from "../common/extension.ts";

let client: LanguageClient | undefined;

/** Called by a VS Code that has Node: the server is a process beside the extension host. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist", "server", "node.cjs").fsPath;
  const server = { module, transport: TransportKind.ipc };
  await startExtension(
    context,
    (options) => (client = new LanguageClient("interlinear", "Interlinear", server, options)),
    programs,
  );
}

/** Called when the extension is unloaded. */
export async function deactivate(): Promise<void> {
  await client?.stop();
}
