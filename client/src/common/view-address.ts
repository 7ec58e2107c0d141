import * as vscode from "vscode";

/** The scheme of the read-only documents that show translations. */
export const viewScheme = "interlinear";

/** The source that a view shows the translation of. */
export function sourceOf(view: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(view.query, true);
}

/** The address of a source's view: its name is the source's with the other language's ending, its query the source's address. */
export function viewAddress(source: vscode.Uri, target: "python" | "go"): vscode.Uri {
  const path = `/${withEnding(source.path, target).replace(/^\/+/, "")}`;
  return vscode.Uri.from({ scheme: viewScheme, path, query: source.toString() });
}

/** A path with the ending of a language instead of its own. */
export function withEnding(path: string, language: "python" | "go"): string {
  return `${path.replace(/\.[^./]*$/, "")}${language === "go" ? ".go" : ".py"}`;
}
