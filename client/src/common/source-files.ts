import * as vscode from "vscode";

/** A source file of a folder that is translated. */
export interface SourceFile {
  readonly uri: vscode.Uri;
  /** Below the folder, with slashes. */
  readonly path: string;
}

/** Folders that hold what others have written, or what tools have made. */
const skipped = new Set([
  "node_modules",
  "vendor",
  "venv",
  "__pycache__",
  "site-packages",
  "dist",
  "build",
  "testdata",
]);

const endings = { python: ".py", go: ".go" } as const;

/**
 * The source files of both languages below a folder, sorted, without hidden folders and those that are not the user's own.
 * Links to folders are not followed. Stops early when it is cancelled.
 */
export async function findSources(
  folder: vscode.Uri,
  token: vscode.CancellationToken,
): Promise<Readonly<Record<"python" | "go", readonly SourceFile[]>>> {
  const found = { python: [] as SourceFile[], go: [] as SourceFile[] };
  const visit = async (uri: vscode.Uri, path: string): Promise<void> => {
    const entries = await vscode.workspace.fs.readDirectory(uri);
    for (const [name, type] of entries.sort(([left], [right]) => (left < right ? -1 : 1))) {
      if (token.isCancellationRequested) return;
      const [child, below] = [vscode.Uri.joinPath(uri, name), path === "" ? name : `${path}/${name}`];
      if (type === vscode.FileType.Directory && !name.startsWith(".") && !skipped.has(name)) await visit(child, below);
      if ((type & vscode.FileType.File) === 0) continue;
      for (const language of ["python", "go"] as const) {
        if (name.endsWith(endings[language])) found[language].push({ uri: child, path: below });
      }
    }
  };
  await visit(folder, "");
  return found;
}

/** The text of a file, as an editor has it where it is open. Undefined when it is not UTF-8 or cannot be read. */
export async function readSource(uri: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open !== undefined) return open.getText();
  try {
    const bytes = await vscode.workspace.fs.readFile(uri);
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
