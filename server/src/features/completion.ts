import { CompletionItemKind, InsertTextFormat, InsertTextMode, MarkupKind } from "vscode-languageserver";
import type { CompletionItem } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Language } from "../base/language.ts";
import type { Pattern } from "../translator/api.ts";
import { importEdits } from "./imports.ts";
import { escapeMarkdown, fencedCode } from "./markdown.ts";
import { patternItems } from "./patterns.ts";
import { rangeIn } from "./translation-view.ts";

/** What the client can do with completions. */
export interface CompletionClient {
  readonly snippets: boolean;
  /** Whether it has the snippet files: then only what they cannot do is offered, patterns that need an import. */
  readonly hasSnippetFiles: boolean;
}

/** The shortest text that anything is offered for: one letter says too little. */
const shortest = 2;

/**
 * The patterns whose words, in either language, begin with what stands before the cursor. Nothing after a dot, in a comment
 * or in a string that begins on the same line.
 */
export function patternCompletions(
  patterns: readonly Pattern[],
  text: TextDocument,
  offset: number,
  client: CompletionClient,
): readonly CompletionItem[] {
  const language = text.languageId as Language;
  const { line, character } = text.positionAt(offset);
  const before = text.getText({ start: { line, character: 0 }, end: { line, character } });
  const word = /[A-Za-z_]\w*$/.exec(before)?.[0] ?? "";
  const lead = before.slice(0, before.length - word.length);
  if (word.length < shortest || lead.endsWith(".") || isQuoted(lead, language)) return [];
  const range = rangeIn(text, { start: offset - word.length, end: offset });
  return patternItems(patterns, language).flatMap((pattern) => {
    const label = [pattern.prefix, ...pattern.terms].find((term) => isWord(term) && startsWith(term, word));
    if (label === undefined) return [];
    const edits = importEdits(text.getText(), language, pattern.imports);
    if (client.hasSnippetFiles && edits.length === 0) return [];
    const added = edits.length === 0 ? "" : `import ${pattern.imports.map(importedName).join(", ")}`;
    return [
      {
        label,
        kind: CompletionItemKind.Snippet,
        detail: pattern.description,
        ...(added === "" ? {} : { labelDetails: { detail: ` + ${added}`, description: "Interlinear" } }),
        documentation: {
          kind: MarkupKind.Markdown,
          value: `**${escapeMarkdown(pattern.title)}**\n\n${fencedCode(pattern.preview, language)}`,
        },
        filterText: label,
        // Before the same pattern of the snippet files, which adds no import.
        sortText: `!${label}`,
        insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
        insertTextMode: InsertTextMode.adjustIndentation,
        textEdit: { range, newText: client.snippets ? pattern.body : pattern.preview },
        additionalTextEdits: edits.map((edit) => ({ range: rangeIn(text, edit), newText: edit.newText })),
      } satisfies CompletionItem,
    ];
  });
}

function isWord(term: string): boolean {
  return /^\w+$/.test(term);
}

function startsWith(term: string, word: string): boolean {
  return term.toLowerCase().startsWith(word.toLowerCase());
}

function importedName(statement: string): string {
  return statement.replace(/^import\s+/, "").replace(/^from\s+(\S+)\s+import\s+(.*)$/, "$2");
}

/** Whether the end of a line's beginning lies in a comment or a string. */
function isQuoted(line: string, language: Language): boolean {
  let quote: string | undefined;
  for (let index = 0; index < line.length; index++) {
    const character = line[index]!;
    if (quote !== undefined) {
      if (character === "\\" && quote !== "`") index++;
      else if (character === quote) quote = undefined;
    } else if (character === '"' || character === "'" || (character === "`" && language === "go")) quote = character;
    else if (language === "go" ? line.startsWith("//", index) : character === "#") return true;
  }
  return quote !== undefined;
}
