import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { importEditsMethod, patternsMethod } from "../../../server/src/protocol/editing.ts";
import type { ImportEditsResult, PatternItem, PatternsResult } from "../../../server/src/protocol/editing.ts";
import { clientCommands } from "../../../server/src/protocol/messages.ts";
import type { Pages } from "./pages.ts";
import { isSource, languageName, otherLanguage } from "./sources.ts";
import { rangeOf } from "./view-diagnostics.ts";

interface PatternChoice extends vscode.QuickPickItem {
  readonly pattern: PatternItem;
}

/**
 * *Insert Pattern…*: the idioms of the document's language, found by the words of either language. The chosen one is inserted
 * as a snippet, and the imports that it needs are added.
 */
export function registerInsertPattern(client: BaseLanguageClient, pages: Pages): vscode.Disposable {
  return vscode.commands.registerCommand("interlinear.insertPattern", async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined || !isSource(editor.document)) {
      return vscode.window.showInformationMessage(vscode.l10n.t("Interlinear: open a Python or Go file first."));
    }
    const language = editor.document.languageId as "python" | "go";
    const found = await client.sendRequest<PatternsResult | null>(patternsMethod, { language });
    const preview = new PatternPreview(pages, language);
    const pattern = await choose(found?.patterns ?? [], language, preview);
    preview.close();
    if (pattern !== undefined) await insert(client, editor, pattern);
    return undefined;
  });
}

function choose(
  patterns: readonly PatternItem[],
  language: "python" | "go",
  preview: PatternPreview,
): Promise<PatternItem | undefined> {
  const picker = vscode.window.createQuickPick<PatternChoice>();
  const other = languageName(otherLanguage(language));
  picker.title = vscode.l10n.t("Insert a {0} pattern", languageName(language));
  picker.placeholder = vscode.l10n.t("Type what it is called in {0} or in {1}", languageName(language), other);
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  const explain = { iconPath: new vscode.ThemeIcon("book"), tooltip: vscode.l10n.t("Explain this construct") };
  picker.items = patterns.map((pattern) => ({
    label: pattern.description,
    description: pattern.prefix,
    detail: `${other}: ${pattern.terms.join(", ")}`,
    buttons: [explain],
    pattern,
  }));
  return new Promise((resolve) => {
    picker.onDidChangeActive(([active]) => {
      if (active !== undefined) void preview.show(active.pattern);
    });
    picker.onDidTriggerItemButton(({ item }) => {
      void vscode.commands.executeCommand(clientCommands.explain, item.pattern.construct);
    });
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]?.pattern);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}

async function insert(client: BaseLanguageClient, editor: vscode.TextEditor, pattern: PatternItem): Promise<void> {
  const { document } = editor;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const params = { uri, imports: pattern.imports };
  const answer = await client.sendRequest<ImportEditsResult | null>(importEditsMethod, params);
  await vscode.window.showTextDocument(document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active });
  const edits = (answer?.edits ?? []).map((edit) => new vscode.TextEdit(rangeOf(edit.range), edit.newText));
  if (edits.length > 0) {
    const change = new vscode.WorkspaceEdit();
    change.set(document.uri, edits);
    await vscode.workspace.applyEdit(change);
  }
  // The selection has moved with the imports that were put above it.
  await editor.insertSnippet(new vscode.SnippetString(pattern.body));
}

/** Shows the pattern that is pointed at beside the document, as long as the list is open. */
class PatternPreview {
  private readonly pages: Pages;
  private readonly language: "python" | "go";
  private uri: vscode.Uri | undefined;

  constructor(pages: Pages, language: "python" | "go") {
    this.pages = pages;
    this.language = language;
  }

  async show({ preview, imports }: PatternItem): Promise<void> {
    const marker = this.language === "go" ? "//" : "#";
    const needed = imports.length === 0 ? "" : `${marker} ${vscode.l10n.t("Adds: {0}", imports.join(", "))}\n\n`;
    const uri = this.pages.put(`pattern.${this.language === "go" ? "go" : "py"}`, `${needed}${preview}\n`);
    if (this.uri !== undefined) return;
    this.uri = uri;
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  }

  close(): void {
    const key = this.uri?.toString();
    for (const tab of vscode.window.tabGroups.all.flatMap((group) => group.tabs)) {
      if (tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === key) {
        void vscode.window.tabGroups.close(tab);
      }
    }
  }
}
