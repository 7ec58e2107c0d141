import type * as vscode from "vscode";
import { State } from "vscode-languageclient";
import { registerCommands } from "./commands.ts";
import { clientOptions } from "./server.ts";
import type { ClientFactory } from "./server.ts";
import { TranslationViews } from "./translation-view.ts";

/** Starts the extension: the same in every host, but for how the server runs. The caller keeps the client, and stops it. */
export async function startExtension(context: vscode.ExtensionContext, createClient: ClientFactory): Promise<void> {
  const client = createClient(clientOptions(context));
  const views = new TranslationViews(client);
  context.subscriptions.push(
    views,
    registerCommands(client, views),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) views.refreshAll();
    }),
  );
  await client.start();
}
