import type * as vscode from "vscode";
import type { BaseLanguageClient, HoverMiddleware, LanguageClientOptions } from "vscode-languageclient";
import type { InitializationOptions } from "../../../server/src/protocol/messages.ts";
import { viewScheme } from "./translation-view.ts";

/** Makes a client that is not started yet; how the server runs is all that the hosts do differently. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** The client's options: all Python and Go documents that people write, wherever they are stored. */
export function clientOptions(context: vscode.ExtensionContext): LanguageClientOptions {
  const installation = `${context.extensionUri.toString(true).replace(/\/$/, "")}/`;
  return {
    documentSelector: [{ language: "python" }, { language: "go" }],
    initializationOptions: { installation } satisfies InitializationOptions,
    middleware: { ...withoutViews, ...quietInViews },
  };
}

/** A translation is no source: the server is not told of the documents that show one. */
const withoutViews: LanguageClientOptions["middleware"] = {
  didOpen: async (document, next) => (isView(document) ? undefined : next(document)),
  didChange: async (event, next) => (isView(event.document) ? undefined : next(event)),
  didClose: async (document, next) => (isView(document) ? undefined : next(document)),
};

const quietInViews: HoverMiddleware = {
  provideHover: (document, position, token, next) => (isView(document) ? undefined : next(document, position, token)),
};

function isView(document: vscode.TextDocument): boolean {
  return document.uri.scheme === viewScheme;
}
