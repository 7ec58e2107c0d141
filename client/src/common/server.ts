import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions, Middleware } from "vscode-languageclient";
import { clientCommands } from "../../../server/src/protocol/messages.ts";
import type { InitializationOptions } from "../../../server/src/protocol/messages.ts";
import { isSource } from "./sources.ts";

/** Makes a client that is not started yet; how the server runs is all that the hosts do differently. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** What happens in the editor besides what the server answers. */
export interface ServerListener {
  /** Somebody hovers over a place of a source document. */
  hovered(document: vscode.TextDocument, position: vscode.Position): void;
}

/** The client's options: all Python and Go documents that people write, wherever they are stored. */
export function clientOptions(context: vscode.ExtensionContext, listener: ServerListener): LanguageClientOptions {
  const installation = `${context.extensionUri.toString(true).replace(/\/$/, "")}/`;
  return {
    documentSelector: [{ language: "python" }, { language: "go" }],
    // Made when the server starts, each time: the settings may be others by then.
    initializationOptions: (): InitializationOptions => ({
      installation,
      commands: true,
      // Plain values: the configuration object has functions, which a worker cannot be sent.
      settings: JSON.parse(JSON.stringify(vscode.workspace.getConfiguration("interlinear"))) as unknown,
    }),
    synchronize: { configurationSection: "interlinear" },
    // Links in hovers lead to pages on the web, and to this extension's own commands alone.
    markdown: { isTrusted: { enabledCommands: [clientCommands.explain] }, supportHtml: false },
    middleware: { ...withoutViews, ...quietInViews(listener) },
  };
}

/** A translation is no source: the server is not told of the documents that show one. */
const withoutViews: Middleware = {
  didOpen: async (document, next) => (isSource(document) ? next(document) : undefined),
  didChange: async (event, next) => (isSource(event.document) ? next(event) : undefined),
  didClose: async (document, next) => (isSource(document) ? next(document) : undefined),
};

function quietInViews(listener: ServerListener): Middleware {
  return {
    provideHover(document, position, token, next) {
      if (!isSource(document)) return undefined;
      listener.hovered(document, position);
      return next(document, position, token);
    },
    provideCodeActions: (document, range, context, token, next) =>
      isSource(document) ? next(document, range, context, token) : undefined,
    provideCodeLenses: (document, token, next) => (isSource(document) ? next(document, token) : undefined),
    provideInlayHints: (document, range, token, next) =>
      isSource(document) ? next(document, range, token) : undefined,
    provideCompletionItem: (document, position, context, token, next) =>
      isSource(document) ? next(document, position, context, token) : undefined,
  };
}
