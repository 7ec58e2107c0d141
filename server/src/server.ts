import { LSPErrorCodes, MarkupKind, ResponseError, TextDocumentSyncKind } from "vscode-languageserver";
import type { CancellationToken, Connection, InitializeParams } from "vscode-languageserver";
import { Documents } from "./documents.ts";
import * as editing from "./editing-requests.ts";
import { actionKinds } from "./features/code-actions.ts";
import {
  doctestMethod,
  importEditsMethod,
  patternsMethod,
  translateFilesMethod,
  translateTextMethod,
} from "./protocol/editing.ts";
import {
  counterpartMethod,
  excerptMethod,
  explainMethod,
  translateMethod,
  translationChangedMethod,
  viewHoverMethod,
} from "./protocol/messages.ts";
import type { InitializationOptions, TranslateParams, TranslationChangedParams } from "./protocol/messages.ts";
import { readSettings } from "./protocol/settings.ts";
import * as requests from "./requests.ts";
import { Session } from "./session.ts";
import { Translations } from "./translations.ts";
import type { Translator } from "./translator/api.ts";

/** The name and version that the server gives to its clients. */
export const serverInfo = { name: "interlinear", version: "0.1.0" };

/**
 * Serves the language server protocol over a connection, which the caller makes and which starts to listen here.
 * `loadTranslator` is called once, at initialization; requests wait for it. An exception in a handler is logged and
 * answered with null: whatever comes in, the server goes on.
 */
export function serve(
  connection: Connection,
  loadTranslator: (options: InitializationOptions) => Promise<Translator>,
): void {
  const documents = new Documents(report);
  const translations = new Translations(documents);
  const session = new Session(documents, translations, (error) => report("translating files", error));
  /** The documents whose translation the client has asked for, and so may show, be they open now or opened again later. */
  const shown = new Set<string>();
  let changed = new Set<string>();
  /** The requests by which the client can be made to ask again. */
  let refreshable: readonly string[] = [];
  let ready: Promise<void> = Promise.resolve();

  function report(doing: string, error: unknown): void {
    connection.console.error(`${doing}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  /** Handles a notification: what it throws is logged. */
  function guarded<Params>(doing: string, handle: (params: Params) => void): (params: Params) => void {
    return (params) => {
      try {
        handle(params);
      } catch (error) {
        report(doing, error);
      }
    };
  }

  /** Handles a request once the translator is there, unless it has been cancelled by then. */
  function answering<Params, Answer>(doing: string, handle: (session: Session, params: Params) => Answer | null) {
    return async (params: Params, token: CancellationToken): Promise<Answer | null | ResponseError> => {
      await ready;
      await nextTurn();
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      try {
        return handle(session, params);
      } catch (error) {
        report(doing, error);
        return null;
      }
    };
  }

  function serveRequest<Params, Answer>(
    method: string,
    doing: string,
    handle: (session: Session, params: Params) => Answer | null,
  ): void {
    connection.onRequest(method, answering(doing, handle));
  }

  /** Forgets the translations that may be others now, and announces, once for all changes that come together, that shown translations may be others now. */
  function announce(uris: readonly string[]): void {
    translations.forget(uris);
    const affected = uris.filter((uri) => shown.has(uri));
    if (affected.length === 0) return;
    if (changed.size === 0) void nextTurn().then(sendChanges);
    for (const uri of affected) changed.add(uri);
  }

  function sendChanges(): void {
    const uris = changed;
    changed = new Set();
    for (const uri of uris) {
      void connection.sendNotification(translationChangedMethod, { uri } satisfies TranslationChangedParams);
    }
  }

  /** Lets the client ask again for what depends on the settings. */
  function refresh(): void {
    for (const method of refreshable) connection.sendRequest(method).catch(() => undefined);
  }

  connection.onInitialize((params: InitializeParams) => {
    const formats = params.capabilities?.textDocument?.hover?.contentFormat;
    session.markdown = formats === undefined || formats.includes(MarkupKind.Markdown);
    const options = (params.initializationOptions ?? {}) as InitializationOptions;
    session.commands = options.commands === true;
    session.snippets = params.capabilities?.textDocument?.completion?.completionItem?.snippetSupport === true;
    session.settings = readSettings(options.settings);
    const { inlayHint, codeLens } = params.capabilities?.workspace ?? {};
    refreshable = [
      ...(inlayHint?.refreshSupport === true ? ["workspace/inlayHint/refresh"] : []),
      ...(codeLens?.refreshSupport === true ? ["workspace/codeLens/refresh"] : []),
    ];
    ready = start(options);
    return {
      serverInfo,
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: Object.values(actionKinds), resolveProvider: true },
        completionProvider: {},
        inlayHintProvider: true,
        ...(session.commands ? { codeLensProvider: {} } : {}),
      },
    };
  });

  async function start(options: InitializationOptions): Promise<void> {
    try {
      session.translator = await loadTranslator(options);
      documents.attach(session.translator);
    } catch (error) {
      report("starting the translator", error);
      connection.window.showErrorMessage("Interlinear could not start its translator; its output has the reason.");
    }
  }

  connection.onDidOpenTextDocument(
    guarded("opening a document", ({ textDocument }) => {
      documents.open(textDocument.uri, textDocument.languageId, textDocument.version, textDocument.text);
      announce(documents.related(textDocument.uri));
    }),
  );
  connection.onDidChangeTextDocument(
    guarded("changing a document", ({ textDocument, contentChanges }) => {
      documents.change(textDocument.uri, textDocument.version, contentChanges);
      announce(documents.related(textDocument.uri));
    }),
  );
  connection.onDidCloseTextDocument(
    guarded("closing a document", ({ textDocument }) => {
      const others = documents.related(textDocument.uri).filter((uri) => uri !== textDocument.uri);
      documents.close(textDocument.uri);
      translations.forget([textDocument.uri]);
      announce(others);
    }),
  );

  connection.onDidChangeConfiguration(
    guarded("changing settings", ({ settings }: { settings?: { interlinear?: unknown } }) => {
      session.settings = readSettings(settings?.interlinear);
      refresh();
    }),
  );

  connection.onHover(answering("hover", requests.hover));
  connection.onCodeAction(answering("offering actions", editing.actions));
  connection.onCodeActionResolve(async (action) => {
    await ready;
    try {
      return editing.resolveAction(session, action);
    } catch (error) {
      report("carrying out an action", error);
      return action;
    }
  });
  connection.onCompletion(answering("completing", editing.completion));
  connection.languages.inlayHint.on(answering("giving hints", editing.inlayHints));
  connection.onCodeLens(answering("giving lenses", editing.codeLenses));
  serveRequest(translateMethod, "translating", (_, params: TranslateParams) => {
    shown.add(params.uri);
    return requests.translate(session, params);
  });
  serveRequest(counterpartMethod, "finding the counterpart", requests.counterpart);
  serveRequest(viewHoverMethod, "hover over a translation", requests.viewHover);
  serveRequest(excerptMethod, "translating a part", requests.excerpt);
  serveRequest(explainMethod, "explaining", requests.explain);
  serveRequest(translateTextMethod, "translating a text", editing.translateText);
  serveRequest(translateFilesMethod, "translating files", editing.translateFiles);
  serveRequest(patternsMethod, "listing patterns", editing.patterns);
  serveRequest(importEditsMethod, "adding imports", editing.importsFor);
  serveRequest(doctestMethod, "reading examples", editing.doctest);

  connection.onShutdown(() => documents.dispose());
  connection.listen();
}

/** Lets the messages that have come in be handled first, a cancellation among them. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
