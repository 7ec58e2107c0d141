import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { counterpartMethod } from "../../../server/src/protocol/messages.ts";
import type { CounterpartParams, CounterpartResult } from "../../../server/src/protocol/messages.ts";
import { setting } from "./settings.ts";
import type { TranslationViews } from "./translation-view.ts";
import { sourceOf, viewScheme } from "./view-address.ts";
import { rangeOf } from "./view-diagnostics.ts";

/** A source and its view, seen from the document that the user is in. */
interface Pair {
  readonly source: vscode.TextDocument;
  readonly view: vscode.TextDocument;
  readonly side: CounterpartParams["side"];
  /** The document on the other side. */
  readonly other: vscode.TextDocument;
}

/** How long a selection must stay before its counterpart is asked for, in milliseconds. */
const pause = 40;

/**
 * Lights up what belongs together on both sides of a view: what is selected or hovered over, and its counterpart. Goes from
 * one to the other on request.
 */
export class Counterparts implements vscode.Disposable {
  private readonly client: BaseLanguageClient;
  private readonly views: TranslationViews;
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("interlinear.counterpartBackground"),
    borderColor: new vscode.ThemeColor("interlinear.counterpartBorder"),
    borderStyle: "solid",
    borderWidth: "1px",
    overviewRulerColor: new vscode.ThemeColor("interlinear.counterpartBorder"),
    overviewRulerLane: vscode.OverviewRulerLane.Center,
  });
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private latest = 0;
  /** The place that was selected or hovered over last. */
  private place: { readonly document: vscode.TextDocument; readonly range: vscode.Range } | undefined;

  constructor(client: BaseLanguageClient, views: TranslationViews) {
    this.client = client;
    this.views = views;
    this.subscriptions = [
      this.decoration,
      vscode.window.onDidChangeTextEditorSelection((event) => this.selected(event)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.again()),
      views.onDidUpdate(() => this.again()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document.uri.scheme === viewScheme) this.again();
      }),
      vscode.commands.registerCommand("interlinear.goToCounterpart", () => this.go()),
    ];
  }

  /** Lights up what stands at a place that is hovered over. */
  hovered(document: vscode.TextDocument, position: vscode.Position): void {
    this.light(document, new vscode.Range(position, position), false);
  }

  dispose(): void {
    clearTimeout(this.timer);
    vscode.Disposable.from(...this.subscriptions).dispose();
  }

  private selected({ textEditor, selections, kind }: vscode.TextEditorSelectionChangeEvent): void {
    if (textEditor !== vscode.window.activeTextEditor) return;
    const byUser =
      kind === vscode.TextEditorSelectionChangeKind.Mouse || kind === vscode.TextEditorSelectionChangeKind.Keyboard;
    this.light(textEditor.document, selections[0]!, byUser);
  }

  /** Lights up a place of a source or a view after a short pause; `follow` scrolls the other side to it. */
  light(document: vscode.TextDocument, range: vscode.Range, follow: boolean): void {
    this.place = { document, range };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.show(document, range, follow), pause);
  }

  /** The views are others now: what is lit up is found anew. */
  private again(): void {
    if (this.place !== undefined) this.light(this.place.document, this.place.range, false);
  }

  private async show(document: vscode.TextDocument, range: vscode.Range, follow: boolean): Promise<void> {
    const request = ++this.latest;
    const pair = setting("view.highlightCounterpart") ? this.pairOf(document) : undefined;
    if (pair === undefined) return this.clear();
    const found = await this.find(pair, range);
    if (request !== this.latest) return;
    if (found === undefined) return this.clear();
    this.decorate(document, found.here);
    this.decorate(pair.other, found.there);
    if (follow && setting("view.followCursor")) this.reveal(pair.other, found.there[0]!);
  }

  private clear(): void {
    for (const editor of vscode.window.visibleTextEditors) editor.setDecorations(this.decoration, []);
  }

  private decorate(document: vscode.TextDocument, ranges: readonly vscode.Range[]): void {
    for (const editor of editorsOf(document)) editor.setDecorations(this.decoration, [...ranges]);
  }

  /** Scrolls only where nothing of the range can be seen. */
  private reveal(document: vscode.TextDocument, range: vscode.Range): void {
    for (const editor of editorsOf(document)) {
      const isSeen = editor.visibleRanges.some((visible) => visible.intersection(range) !== undefined);
      if (!isSeen) editor.revealRange(lineOf(range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  private async find(
    { source, view, side }: Pair,
    range: vscode.Range,
  ): Promise<{ readonly here: readonly vscode.Range[]; readonly there: readonly vscode.Range[] } | undefined> {
    const revision = this.views.shown(view)?.revision;
    if (revision === undefined || !this.client.isRunning()) return undefined;
    const { code2ProtocolConverter } = this.client;
    const params: CounterpartParams = {
      uri: code2ProtocolConverter.asUri(source.uri),
      revision,
      side,
      range: code2ProtocolConverter.asRange(range),
    };
    const found = await this.client.sendRequest<CounterpartResult | null>(counterpartMethod, params).catch(() => null);
    return found === null ? undefined : { here: found.here.map(rangeOf), there: found.there.map(rangeOf) };
  }

  private pairOf(document: vscode.TextDocument): Pair | undefined {
    if (document.uri.scheme !== viewScheme) {
      const view = this.views.viewOf(document.uri);
      return view === undefined ? undefined : { source: document, view, side: "source", other: view };
    }
    const key = sourceOf(document.uri).toString();
    const source = vscode.workspace.textDocuments.find((each) => each.uri.toString() === key);
    return source === undefined ? undefined : { source, view: document, side: "translation", other: source };
  }

  /** Moves the cursor to the counterpart of the selection, and opens the view first where there is none. */
  private async go(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return;
    const { document, selection } = editor;
    if (document.uri.scheme !== viewScheme && document.languageId !== "python" && document.languageId !== "go") return;
    if (this.pairOf(document) === undefined) await this.views.show(document);
    const pair = this.pairOf(document);
    const range = pair === undefined ? undefined : (await this.find(pair, selection))?.there[0];
    if (pair === undefined || range === undefined) {
      void vscode.window.setStatusBarMessage(
        vscode.l10n.t("Interlinear: nothing on the other side stands for this"),
        4000,
      );
      return;
    }
    const viewColumn = editorsOf(pair.other)[0]?.viewColumn ?? vscode.ViewColumn.Beside;
    const opened = await vscode.window.showTextDocument(pair.other, { viewColumn, preview: false });
    opened.selection = new vscode.Selection(range.start, range.start);
    opened.revealRange(lineOf(range), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

/** The beginning of a range's line: an editor does not scroll sideways to show it. */
function lineOf({ start }: vscode.Range): vscode.Range {
  return new vscode.Range(start.line, 0, start.line, 0);
}

function editorsOf(document: vscode.TextDocument): readonly vscode.TextEditor[] {
  return vscode.window.visibleTextEditors.filter((editor) => editor.document === document);
}
