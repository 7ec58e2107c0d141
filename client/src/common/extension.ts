import type * as vscode from "vscode";
import { State } from "vscode-languageclient";
import { registerCommands } from "./commands.ts";
import { Counterparts } from "./counterparts.ts";
import { registerExplain } from "./explain.ts";
import { Pages } from "./pages.ts";
import { clientOptions } from "./server.ts";
import type { ClientFactory, ServerListener } from "./server.ts";
import { TranslationViews } from "./translation-view.ts";
import { registerViewActions } from "./view-actions.ts";
import { showDiagnostics } from "./view-diagnostics.ts";
import { showViewHovers } from "./view-hover.ts";

/** Starts the extension: the same in every host, but for how the server runs. The caller keeps the client, and stops it. */
export async function startExtension(context: vscode.ExtensionContext, createClient: ClientFactory): Promise<void> {
  const listener: ServerListener = {
    hovered: (document, position) => counterparts.hovered(document, position),
  };
  const client = createClient(clientOptions(context, listener));
  const views = new TranslationViews(client);
  const counterparts = new Counterparts(client, views);
  const pages = new Pages();
  context.subscriptions.push(
    views,
    counterparts,
    pages,
    showDiagnostics(views),
    showViewHovers(client, views, counterparts),
    registerCommands(client, views),
    registerViewActions(views),
    registerExplain(client, pages),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) views.refreshAll();
    }),
  );
  await client.start();
}
