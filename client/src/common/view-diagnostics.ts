import * as vscode from "vscode";
import type { TranslateDiagnostic } from "../../../server/src/protocol/messages.ts";
import { setting } from "./settings.ts";
import type { TranslationViews } from "./translation-view.ts";
import { sourceOf } from "./view-address.ts";

/** Marks and caveats as diagnostics of the views, and of nothing else: ordinary files get none. */
export function showDiagnostics(views: TranslationViews): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection("interlinear");
  const update = (uri: vscode.Uri): void => {
    const view = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
    if (view === undefined || !setting("view.diagnostics")) return diagnostics.delete(uri);
    const shown = views.shown(view);
    if (shown === undefined) return;
    diagnostics.set(
      uri,
      shown.diagnostics.flatMap((each) => (each.severity === "note" ? [] : [diagnosticOf(each, sourceOf(uri))])),
    );
  };
  return vscode.Disposable.from(
    diagnostics,
    views.onDidUpdate(update),
    views.onDidClose((uri) => diagnostics.delete(uri)),
    // The text of a view comes some time after its translation.
    vscode.workspace.onDidChangeTextDocument(({ document }) => update(document.uri)),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (!change.affectsConfiguration("interlinear.view")) return;
      for (const document of vscode.workspace.textDocuments) if (views.shown(document)) update(document.uri);
    }),
  );
}

function diagnosticOf(each: TranslateDiagnostic, source: vscode.Uri): vscode.Diagnostic {
  const isMark = each.severity === "mark";
  const severity = isMark ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(rangeOf(each.target), each.message, severity);
  diagnostic.source = "Interlinear";
  diagnostic.code = each.code;
  const said = isMark ? vscode.l10n.t("not translated from here") : vscode.l10n.t("translated from here");
  const place = new vscode.Location(source, rangeOf(each.range));
  diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(place, said)];
  return diagnostic;
}

/** A range of the protocol as the editor has it. */
export function rangeOf({ start, end }: TranslateDiagnostic["range"]): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
