import { TextDocument } from "vscode-languageserver-textdocument";
import { hoverMarkdown } from "../features/hover.ts";
import type { Translator } from "../translator/api.ts";
import { languageOf, readSource } from "./sources.ts";
import { exitStatus, UsageError } from "./status.ts";
import type { ExitStatus } from "./status.ts";
import { printable } from "./terminal.ts";

/** Prints what an editor shows at `FILE:LINE:COLUMN`, counted from 1. Returns the exit status. */
export function hoverCommand(place: string, format: "text" | "json", translator: Translator): ExitStatus {
  const match = /^(.+):(\d+):(\d+)$/s.exec(place);
  if (match === null) throw new UsageError(`${printable(place)}: a place is FILE:LINE:COLUMN, counted from 1`);
  const path = match[1]!;
  const [line, column] = [Number(match[2]), Number(match[3])];
  const language = languageOf(path);
  if (language === undefined) throw new UsageError(`the name ${printable(path)} does not tell its language`);
  const source = readSource({ path, place: path, language });
  if ("problem" in source) return fail(`${path}: ${source.problem}`);

  const document = TextDocument.create("", language, 0, source.text);
  const offset = document.offsetAt({ line: line - 1, character: column - 1 });
  const found = document.positionAt(offset);
  if (found.line !== line - 1 || found.character !== column - 1) return fail(`${place}: there is no such place`);

  const program = translator.createProgram();
  try {
    program.open(path, language, source.text);
    const answer = program.hover(path, offset);
    if (answer === undefined) return fail(`${place}: there is nothing to say`);
    const markdown = hoverMarkdown(answer, { detail: "full", commands: false });
    process.stdout.write(`${format === "json" ? JSON.stringify({ ...answer, markdown }, null, 2) : markdown}\n`);
    return answer.caveats.some((each) => each.severity === "mark") ? exitStatus.marked : exitStatus.clean;
  } finally {
    program.dispose();
  }
}

function fail(message: string): ExitStatus {
  console.error(`interlinear: ${printable(message)}`);
  return exitStatus.failed;
}
