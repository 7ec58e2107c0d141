import { CodeActionKind, CodeActionTriggerKind, CreateFile, TextDocumentEdit } from "vscode-languageserver";
import type { CodeAction, CodeActionContext, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { languageName, otherLanguage } from "../base/language.ts";
import type { Language } from "../base/language.ts";
import { clientCommands } from "../protocol/messages.ts";
import type { SourceRange } from "../protocol/messages.ts";
import type { Translation } from "../translator/api.ts";
import type { Excerpt } from "./excerpt.ts";

/** The kinds of the actions; each can be asked for by its own name, or by a part of it. */
export const actionKinds = {
  show: `${CodeActionKind.Refactor}.interlinear.show`,
  copy: `${CodeActionKind.Refactor}.interlinear.copy`,
  comment: `${CodeActionKind.RefactorRewrite}.interlinear.comment`,
  write: `${CodeActionKind.Source}.interlinear.write`,
} as const;

/** What an action needs to be carried out later. */
interface ActionData {
  readonly action: "comment" | "write";
  readonly uri: string;
  readonly range: SourceRange;
  readonly version: number;
}

/** Where the actions are asked for. */
export interface ActionPlace {
  readonly uri: string;
  readonly text: TextDocument;
  readonly range: SourceRange;
  readonly context: CodeActionContext;
  /** Whether the client has the extension's commands. */
  readonly commands: boolean;
}

/**
 * The actions at a place, without their edits. Nothing is translated for them. Where an editor asks by itself, as at each
 * move of the cursor, only a selection gets an action, and only one.
 */
export function codeActions({ uri, text, range, context, commands }: ActionPlace): CodeAction[] {
  const to = languageName(otherLanguage(text.languageId as Language));
  const data = { uri, range, version: text.version };
  const edit = (action: ActionData["action"], title: string): CodeAction => ({
    title,
    kind: actionKinds[action],
    data: { ...data, action } satisfies ActionData,
  });
  const run = (action: "show" | "copy" | "write", title: string, ...args: unknown[]): CodeAction => ({
    title,
    kind: actionKinds[action],
    command: { title, command: clientCommands[action], arguments: [uri, ...args] },
  });
  const comment = edit("comment", `Insert ${to} Version as Comment`);
  const all = commands
    ? [
        run("show", `Show ${to} Version`, range.start),
        run("copy", `Copy as ${to}`, range),
        comment,
        run("write", `Write ${to} Version Next to This File`),
      ]
    : [comment, edit("write", `Write ${to} Version Next to This File`)];
  const only = context.only;
  if (only !== undefined) return all.filter(({ kind }) => only.some((wanted) => isOfKind(kind!, wanted)));
  const isEmpty = range.start.line === range.end.line && range.start.character === range.end.character;
  if (context.triggerKind === CodeActionTriggerKind.Automatic) return isEmpty ? [] : all.slice(0, 1);
  // Actions on the whole file belong to the menu of source actions, which asks for their kind.
  return all.filter(({ kind }) => !isOfKind(kind!, CodeActionKind.Source));
}

function isOfKind(kind: string, wanted: string): boolean {
  return wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`);
}

/** What an action's `data` says, or undefined when it is not from here. */
export function actionData(data: unknown): ActionData | undefined {
  const { action, uri, range, version } = (data ?? {}) as Partial<ActionData>;
  const isKnown = action === "comment" || action === "write";
  return isKnown && typeof uri === "string" && typeof version === "number" && range !== undefined
    ? { action, uri, range, version }
    : undefined;
}

/** The edit that puts an excerpt, as a comment, above what it stands for. */
export function commentEdit(uri: string, text: TextDocument, excerpt: Excerpt, language: Language): WorkspaceEdit {
  const marker = text.languageId === "python" ? "#" : "//";
  const { line } = text.positionAt(excerpt.span.start);
  const indent = /^[ \t]*/.exec(
    text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } }),
  )![0];
  const lineBreak = text.getText().includes("\r\n") ? "\r\n" : "\n";
  const lines = [
    `${languageName(language)}:`,
    ...excerpt.text.split("\n").map((each) => (each === "" ? "" : `    ${each}`)),
  ];
  const comment = lines.map((each) => `${indent}${marker} ${each}`.trimEnd() + lineBreak).join("");
  const position = { line, character: 0 };
  return versioned(uri, text.version, { range: { start: position, end: position }, newText: comment });
}

/** The edit that makes a file beside the source; it fails where there is one of that name already. */
export function writeEdit(uri: string, translation: Translation): WorkspaceEdit {
  const ending = translation.language === "go" ? ".go" : ".py";
  const target = `${uri.replace(/\.[^./]*$/, "")}${ending}`;
  const start = { line: 0, character: 0 };
  return {
    documentChanges: [
      CreateFile.create(target, { overwrite: false, ignoreIfExists: false }),
      TextDocumentEdit.create({ uri: target, version: null }, [
        { range: { start, end: start }, newText: translation.text },
      ]),
    ],
  };
}

function versioned(uri: string, version: number, edit: { range: SourceRange; newText: string }): WorkspaceEdit {
  return { documentChanges: [TextDocumentEdit.create({ uri, version }, [edit])] };
}
