import { InlayHintKind } from "vscode-languageserver";
import type { CodeLens, InlayHint } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { languageName } from "../base/language.ts";
import type { Language } from "../base/language.ts";
import { clientCommands } from "../protocol/messages.ts";
import type { FileSpan, Translation } from "../translator/api.ts";
import { signaturesOf } from "./signatures.ts";
import { rangeIn } from "./translation-view.ts";

/** What the functions inside a span give back in the other language, shown after their headers. */
export function signatureHints(translation: Translation, text: TextDocument, span: FileSpan): InlayHint[] {
  const source = text.getText();
  return signaturesOf(translation, source, text.languageId as Language)
    .filter(({ headerEnd, result }) => result !== undefined && span.start <= headerEnd && headerEnd <= span.end)
    .map(({ headerEnd, header, result }) => {
      // Behind the colon or the brace: before it, the hint would look like part of the header.
      return {
        position: text.positionAt(Math.min(headerEnd + 1, source.length)),
        label: `-> ${result!}`,
        kind: InlayHintKind.Type,
        paddingLeft: true,
        tooltip: `${languageName(translation.language)}: ${header}`,
      };
    });
}

/** A lens over each declaration that lies in no other one: how it begins in the other language, and what is left to do there. */
export function signatureLenses(translation: Translation, text: TextDocument, uri: string): CodeLens[] {
  let covered = -1;
  return signaturesOf(translation, text.getText(), text.languageId as Language).flatMap(({ source, header }) => {
    if (source.start < covered) return [];
    covered = source.end;
    const marks = translation.diagnostics.filter(
      (each) => each.severity === "mark" && source.start <= each.start && each.end <= source.end,
    ).length;
    const left = marks === 0 ? "" : ` · ${marks} to do by hand`;
    const range = rangeIn(text, { start: source.start, end: source.start });
    const title = `${languageName(translation.language)}: ${header}${left}`;
    return [{ range, command: { title, command: clientCommands.show, arguments: [uri, range.start] } }];
  });
}
