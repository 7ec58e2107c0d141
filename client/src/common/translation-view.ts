import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { translateMethod, translationChangedMethod } from "../../../server/src/protocol/messages.ts";
import type {
  TranslateParams,
  TranslateResult,
  TranslationChangedParams,
} from "../../../server/src/protocol/messages.ts";
import { sourceOf, viewAddress, viewScheme } from "./view-address.ts";

/** What one open view shows. */
interface View {
  readonly source: vscode.Uri;
  /** The translation that the text is from; undefined until there is one. */
  shown: TranslateResult | undefined;
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
  private readonly updates = new vscode.EventEmitter<vscode.Uri>();
  private readonly closings = new vscode.EventEmitter<vscode.Uri>();
  private readonly client: BaseLanguageClient;
  private readonly subscriptions: vscode.Disposable[];
  readonly onDidChange = this.changes.event;
  /** A view has got a translation: another text, or the same with other diagnostics. */
  readonly onDidUpdate = this.updates.event;
  /** A view is no longer open. */
  readonly onDidClose = this.closings.event;

  constructor(client: BaseLanguageClient) {
    this.client = client;
    this.subscriptions = [
      this.changes,
      this.updates,
      this.closings,
      vscode.workspace.registerTextDocumentContentProvider(viewScheme, this),
      vscode.workspace.onDidOpenTextDocument((document) => this.adopt(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.forget(document.uri)),
      client.onNotification(translationChangedMethod, ({ uri }: TranslationChangedParams) => this.sourceChanged(uri)),
    ];
  }

  /** Opens the translation of a document beside it, or shows the view that is open already. The cursor stays where it is. */
  async show(source: vscode.TextDocument): Promise<vscode.TextEditor> {
    const target = source.languageId === "python" ? "go" : "python";
    const uri = viewAddress(source.uri, target);
    const document = await vscode.workspace.openTextDocument(uri);
    if (document.languageId !== target) await vscode.languages.setTextDocumentLanguage(document, target);
    const viewColumn = columnOf(uri) ?? columnOfViews() ?? vscode.ViewColumn.Beside;
    return vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
  }

  /** What a view shows, when the document still has that text; undefined while it is being replaced. */
  shown(view: vscode.TextDocument): TranslateResult | undefined {
    const { shown } = this.views.get(view.uri.toString()) ?? {};
    return shown !== undefined && sameText(shown.text, view.getText()) ? shown : undefined;
  }

  /** The open view of a source document. */
  viewOf(source: vscode.Uri): vscode.TextDocument | undefined {
    const key = source.toString();
    return vscode.workspace.textDocuments.find(
      (document) =>
        document.uri.scheme === viewScheme && this.views.get(document.uri.toString())?.source.toString() === key,
    );
  }

  /** Asks for all shown translations again, after the server has been restarted. */
  refreshAll(): void {
    for (const [key, view] of this.views) void this.refresh(vscode.Uri.parse(key, true), view);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const key = uri.toString();
    const known = this.views.get(key);
    if (known !== undefined) return known.text;
    const view = newView(sourceOf(uri));
    this.views.set(key, view);
    const first = await this.translation(view.source);
    // What a change has brought meanwhile is the later one.
    if (view.shown === undefined) {
      view.shown = first;
      view.text = first?.text ?? nothingToShow(uri);
    }
    return view.text;
  }

  dispose(): void {
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  /** A document that gets another language mode is closed and opened again: its view goes on. */
  private adopt(document: vscode.TextDocument): void {
    if (document.uri.scheme !== viewScheme) return;
    const key = document.uri.toString();
    const known = this.views.get(key);
    if (known !== undefined) {
      if (known.shown !== undefined) this.updates.fire(document.uri);
      return;
    }
    const view = newView(sourceOf(document.uri));
    view.text = document.getText();
    this.views.set(key, view);
    void this.refresh(document.uri, view);
  }

  private forget(uri: vscode.Uri): void {
    if (this.views.delete(uri.toString())) this.closings.fire(uri);
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
        const result = await this.translation(view.source);
        if (result === undefined) continue;
        const isOther = result.text !== view.text;
        view.shown = result;
        view.text = result.text;
        if (isOther) this.changes.fire(uri);
        this.updates.fire(uri);
      }
    } finally {
      view.refreshing = false;
    }
  }

  /** The present translation, or undefined when the server has none, is not running, or the source cannot be opened. */
  private async translation(source: vscode.Uri): Promise<TranslateResult | undefined> {
    try {
      const document = await vscode.workspace.openTextDocument(source);
      const params: TranslateParams = { uri: this.client.code2ProtocolConverter.asUri(document.uri) };
      const result = await this.client.sendRequest<TranslateResult | null>(translateMethod, params);
      return result ?? undefined;
    } catch (error) {
      this.client.error(`The translation of ${source.toString(true)} could not be shown`, error, false);
      return undefined;
    }
  }
}

function newView(source: vscode.Uri): View {
  return { source, shown: undefined, text: "", refreshing: false, outdated: false };
}

/** Whether two texts are the same but for how their lines end, which an editor may change. */
function sameText(left: string, right: string): boolean {
  return left === right || left.replace(/\r\n/g, "\n") === right.replace(/\r\n/g, "\n");
}

/** The column in which a document is open, be it in front or behind another tab. */
export function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const key = uri.toString();
  return vscode.window.tabGroups.all.find((group) =>
    group.tabs.some((tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === key),
  )?.viewColumn;
}

/** The column in which another view is open, unless it is where the user is. */
function columnOfViews(): vscode.ViewColumn | undefined {
  const { all, activeTabGroup } = vscode.window.tabGroups;
  const isView = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.scheme === viewScheme;
  return all.find((group) => group !== activeTabGroup && group.tabs.some(isView))?.viewColumn;
}

function nothingToShow(uri: vscode.Uri): string {
  const marker = uri.path.endsWith(".go") ? "//" : "#";
  return `${marker} ${vscode.l10n.t("Interlinear has no translation of this document yet.")}\n`;
}
