import { LSPErrorCodes, MarkupKind, ResponseError, TextDocumentSyncKind } from "vscode-languageserver";
import type { CancellationToken, Connection, Hover, HoverParams, InitializeParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { Documents, offsetAt } from "./documents.ts";
import { hoverMarkdown, hoverPlainText } from "./features/hover.ts";
import { translationView } from "./features/translation-view.ts";
import { translateMethod, translationChangedMethod } from "./protocol/messages.ts";
import type {
  InitializationOptions,
  TranslateParams,
  TranslateResult,
  TranslationChangedParams,
} from "./protocol/messages.ts";
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
  /** The documents whose translation the client has asked for, and so may show, be they open now or opened again later. */
  const shown = new Set<string>();
  let changed = new Set<string>();
  let ready: Promise<void> = Promise.resolve();
  let markdown = true;

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
  function answering<Params, Answer>(doing: string, handle: (params: Params) => Answer | null) {
    return async (params: Params, token: CancellationToken): Promise<Answer | null | ResponseError> => {
      await ready;
      await nextTurn();
      if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled");
      try {
        return handle(params);
      } catch (error) {
        report(doing, error);
        return null;
      }
    };
  }

  /** Announces, once for all changes that come together, that shown translations may be others now. */
  function announce(uris: readonly string[]): void {
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

  connection.onInitialize((params: InitializeParams) => {
    const formats = params.capabilities?.textDocument?.hover?.contentFormat;
    markdown = formats === undefined || formats.includes(MarkupKind.Markdown);
    ready = start((params.initializationOptions ?? {}) as InitializationOptions);
    return {
      serverInfo,
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
      },
    };
  });

  async function start(options: InitializationOptions): Promise<void> {
    try {
      documents.attach(await loadTranslator(options));
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
      announce(others);
    }),
  );

  connection.onHover(answering("hover", hover));

  function hover({ textDocument, position }: HoverParams): Hover | null {
    const text = documents.text(textDocument.uri);
    if (text === undefined) return null;
    const offset = offsetAt(text, position);
    const answer = documents.query("hover", textDocument.uri, (program) => program.hover(textDocument.uri, offset));
    if (answer === undefined) return null;
    const contents = markdown
      ? { kind: MarkupKind.Markdown, value: hoverMarkdown(answer) }
      : { kind: MarkupKind.PlainText, value: hoverPlainText(answer) };
    return { contents, range: rangeIn(text)(answer.span.start, answer.span.end) };
  }

  connection.onRequest(translateMethod, answering("translating", translate));

  function translate({ uri }: TranslateParams): TranslateResult | null {
    shown.add(uri);
    const text = documents.text(uri);
    if (text === undefined) return null;
    const translation = documents.query("translating", uri, (program) => program.translate(uri));
    return translation === undefined ? null : translationView(translation, text.version, rangeIn(text));
  }

  connection.onShutdown(() => documents.dispose());
  connection.listen();
}

function rangeIn(text: TextDocument) {
  return (start: number, end: number) => ({ start: text.positionAt(start), end: text.positionAt(end) });
}

/** Lets the messages that have come in be handled first, a cancellation among them. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
