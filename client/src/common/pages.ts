import * as vscode from "vscode";

/** The scheme of the read-only pages that the extension writes: explanations and reports. */
export const pageScheme = "interlinear-page";

/** Documents that the extension has written for reading. Each stays as it is until another of its name takes its place. */
export class Pages implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly texts = new Map<string, string>();
  private readonly changes = new vscode.EventEmitter<vscode.Uri>();
  private readonly registration = vscode.workspace.registerTextDocumentContentProvider(pageScheme, this);
  readonly onDidChange = this.changes.event;

  /** The address of a document with this text. */
  put(path: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: pageScheme, path: `/${path}` });
    const key = uri.toString();
    const known = this.texts.get(key);
    this.texts.set(key, text);
    if (known !== undefined && known !== text) this.changes.fire(uri);
    return uri;
  }

  /** Shows Markdown as a page: beside the code that it is about, or in its place. */
  async showMarkdown(name: string, markdown: string, where: "beside" | "here"): Promise<void> {
    await showPreview(this.put(`${name.replace(/[/\\#?%]/g, "-")}.md`, markdown), where);
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  dispose(): void {
    this.registration.dispose();
    this.changes.dispose();
  }
}

/**
 * Shows a Markdown document rendered; as text where the editor has no preview. Beside means the second column: pages do not
 * pile up in ever more of them.
 */
export async function showPreview(uri: vscode.Uri, where: "beside" | "here"): Promise<void> {
  const isFirst = (vscode.window.tabGroups.activeTabGroup.viewColumn ?? 1) === vscode.ViewColumn.One;
  const toSide = where === "beside" && isFirst;
  try {
    await vscode.commands.executeCommand(toSide ? "markdown.showPreviewToSide" : "markdown.showPreview", uri);
  } catch {
    const viewColumn = toSide ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
    await vscode.window.showTextDocument(uri, { viewColumn, preview: true });
  }
}
