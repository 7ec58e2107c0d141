import * as vscode from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import type { MessageTransports } from "vscode-languageclient/browser";
import { startExtension } from "../common/extension.ts";

interface WebWorker {
  terminate(): void;
}

/** The part of the extension host's global scope that is used here. */
declare const Worker: new (address: string) => WebWorker;

let client: LanguageClient | undefined;
let worker: WebWorker | undefined;

/** Called by a VS Code in a browser: the server is a web worker, a new one at each start. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const address = vscode.Uri.joinPath(context.extensionUri, "dist", "server", "browser.js").toString(true);
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  await startExtension(
    context,
    (options) => (client = new LanguageClient("interlinear", "Interlinear", start, options)),
    undefined,
  );
}

/** Called when the extension is unloaded. */
export async function deactivate(): Promise<void> {
  await client?.stop();
  worker?.terminate();
}
