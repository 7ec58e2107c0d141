import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { translateMethod, translationChangedMethod } from "../../../server/src/protocol/messages.ts";
import type {
  TranslateParams,
  TranslateResult,
  TranslationChangedParams,
} from "../../../server/src/protocol/messages.ts";

/** The scheme of the read-only documents that show translations. */
export const viewScheme = "interlinear";

/** What one open view shows. */
interface View {
  readonly source: vscode.Uri;
  text: string;
  /** Whether a refresh is under way, and whether another must follow it. */
  refreshing: boolean;
  outdated: boolean;
}

/** About one frame: changes that come closer together than this are shown together. */
const frame = 16;

/**
 * The documents that show the other language beside its source. They follow the source: when the server says that a
 * translation has changed, the text is asked for again, and replaced only if it is another, so that nothing flickers.
 */
export class TranslationViews implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly views = new Map<string, View>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly client: BaseLanguageClient;
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidChange = this.changes.event;

  constructor(client: BaseLanguageClient) {
    this.client = client;
    this.subscriptions = [
      this.changes,
      vscode.workspace.registerTextDocumentContentProvider(viewScheme, this),
      vscode.workspace.onDidOpenTextDocument((document) => this.adopt(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.views.delete(document.uri.toString())),
      client.onNotification(translationChangedMethod, ({ uri }: TranslationChangedParams) => this.sourceChanged(uri)),
    ];
  }

  /** Opens the translation of a document beside it, or shows the view that is open already. The cursor stays where it is. */
  async show(source: vscode.TextDocument): Promise<void> {
    const target = source.languageId === "python" ? "go" : "python";
    const uri = viewAddress(source, target);
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.languageId !== target) await vscode.languages.setTextDocumentLanguage(document, target);
    const viewColumn = columnOf(uri) ?? vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
  }

  /** Asks for all shown translations again, after the server has been restarted. */
  refreshAll(): void {
    for (const [key, view] of this.views) void this.refresh(vscode.Uri.parse(key, true), view);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    const known = this.views.get(key);
    if (known !== undefined) return known.text;
    const source = sourceOf(uri);
    const view = newView(source);
    this.views.set(key, view);
    view.text = (await this.translation(source)) ?? nothingToShow(uri);
    return view.text;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** A document that gets another language mode is closed and opened again: its view goes on. */
  private adopt(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    if (document.uri.scheme !== viewScheme || this.views.has(key)) return;
    const view = newView(sourceOf(document.uri));
    view.text = document.getText();
    this.views.set(key, view);
    void this.refresh(document.uri, view);
  }

  private sourceChanged(uri: string): void {
    const source = vscode.Uri.parse(uri).toString();
    for (const [key, view] of this.views) {
      if (view.source.toString() === source) void this.refresh(vscode.Uri.parse(key, true), view);
    }
  }

  /** At most one request for a view is under way; what changes meanwhile is fetched after it. */
  private async refresh(uri: vscode.Uri, view: View): Promise<void> {
    view.outdated = true;
    if (view.refreshing) return;
    view.refreshing = true;
    try {
      while (view.outdated) {
        await new Promise((resolve) => setTimeout(resolve, frame));
        view.outdated = false;
        const text = await this.translation(view.source);
        if (text === undefined || text === view.text) continue;
        view.text = text;
        this.changes.fire(uri);
      }
    } finally {
      view.refreshing = false;
    }
  }

  /** The present translation, or undefined when the server has none, is not running, or the source cannot be opened. */
  private async translation(source: vscode.Uri): Promise<string | undefined> {
    try {
      const document = await vscode.workspace.openTextDocument(source);
      const params: TranslateParams = { uri: this.client.code2ProtocolConverter.asUri(document.uri) };
      const result = await this.client.sendRequest<TranslateResult | null>(translateMethod, params);
      return result?.text;
    } catch (error) {
      this.client.error(`The translation of ${source.toString(true)} could not be shown`, error, false);
      return undefined;
    }
  }
}

function newView(source: vscode.Uri): View {
  return { source, text: "", refreshing: false, outdated: false };
}

function sourceOf(view: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(view.query, true);
}

/** The address of a source's view: its name is the source's with the other language's ending, its query the source's address. */
function viewAddress(source: vscode.TextDocument, target: "python" | "go"): vscode.Uri {
  const ending = target === "go" ? ".go" : ".py";
  const path = `/${source.uri.path.replace(/^\/+/, "").replace(/\.[^./]*$/, "")}${ending}`;
  return vscode.Uri.from({ scheme: viewScheme, path, query: source.uri.toString() });
}

/** The column in which a document is open, be it in front or behind another tab. */
function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const key = uri.toString();
  return vscode.window.tabGroups.all.find((group) =>
    group.tabs.some((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === key),
  )?.viewColumn;
}

function nothingToShow(uri: vscode.Uri): string {
  const marker = uri.path.endsWith(".go") ? "//" : "#";
  return `${marker} Interlinear has no translation of this document yet.\n`;
}
