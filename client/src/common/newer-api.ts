import * as vscode from "vscode";

/**
 * Registers something with an API that came later than the oldest host. A host may have its function already, and throw
 * since it is not finished there: then nothing is registered.
 */
export function whereAvailable(register: () => vscode.Disposable): vscode.Disposable {
  try {
    return register();
  } catch {
    return vscode.Disposable.from();
  }
}
