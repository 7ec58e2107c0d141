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

  /** Shows Markdown as a page, beside what is being edited. */
  async showMarkdown(name: string, markdown: string): Promise<void> {
    await showPreview(this.put(`${name.replace(/[/\\#?%]/g, "-")}.md`, markdown));
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.texts.get(uri.toString()) ?? "";
  }

  dispose(): void {
    this.registration.dispose();
    this.changes.dispose();
  }
}

/** Shows a Markdown document rendered; as text where the editor has no preview. */
export async function showPreview(uri: vscode.Uri): Promise<void> {
  try {
    await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  } catch {
    await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }
}
