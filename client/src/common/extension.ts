import type * as vscode from "vscode";
import { State } from "vscode-languageclient";
import { registerCommands } from "./commands.ts";
import { Counterparts } from "./counterparts.ts";
import { registerExcerpts } from "./excerpts.ts";
import { registerExplain } from "./explain.ts";
import { registerGuide } from "./guide.ts";
import { registerInsertPattern } from "./insert-pattern.ts";
import { registerLanguageModelTool } from "./language-model-tool.ts";
import { whereAvailable } from "./newer-api.ts";
import { Pages } from "./pages.ts";
import { registerPaste } from "./paste.ts";
import type { Programs } from "./programs.ts";
import { clientOptions } from "./server.ts";
import type { ClientFactory, ServerListener } from "./server.ts";
import { showStatus } from "./status.ts";
import { registerTranslateFiles } from "./translate-files.ts";
import { TranslationViews } from "./translation-view.ts";
import { registerVerify } from "./verify-command.ts";
import { registerViewActions } from "./view-actions.ts";
import { showDiagnostics } from "./view-diagnostics.ts";
import { showViewHovers } from "./view-hover.ts";

/**
 * Starts the extension: the same in every host, but for how the server runs and whether programs can be run. The caller
 * keeps the client, and stops it.
 */
export async function startExtension(
  context: vscode.ExtensionContext,
  createClient: ClientFactory,
  programs: Programs | undefined,
): Promise<void> {
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
    registerExcerpts(client, views, counterparts),
    registerPaste(client),
    registerInsertPattern(client, pages),
    registerTranslateFiles(client, pages),
    registerVerify(client, pages, programs),
    whereAvailable(() => registerLanguageModelTool(client)),
    registerGuide(context),
    showStatus(client, views),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) views.refreshAll();
    }),
  );
  await client.start();
}
