import { TextDocument } from "vscode-languageserver-textdocument";
import type { Diagnostic } from "../translator/api.ts";

/** One line of a run's progress, rewritten in place; nothing where the output is no terminal. */
export class Progress {
  private readonly stream: NodeJS.WriteStream;
  private readonly total: number;
  private done = 0;

  constructor(total: number, stream: NodeJS.WriteStream = process.stderr) {
    this.total = total;
    this.stream = stream;
  }

  /** Says which file is being worked on. */
  step(name: string): void {
    this.done++;
    if (!this.stream.isTTY) return;
    const line = `[${this.done}/${this.total}] ${printable(name)}`;
    this.stream.write(`\r\u001b[K${line.slice(0, Math.max(10, this.stream.columns - 1))}`);
  }

  /** Takes the line away, so that something else can be printed. */
  clear(): void {
    if (this.stream.isTTY) this.stream.write("\r\u001b[K");
  }
}

/** `file:line:column: severity code: message`, counted from 1 as editors do; notes are for hovers and are left out. */
export function diagnosticLines(diagnostics: readonly Diagnostic[], path: string, text: string): readonly string[] {
  const document = TextDocument.create("", "", 0, text);
  return diagnostics
    .filter((each) => each.severity !== "note")
    .map(({ severity, code, message, start }) => {
      const { line, character } = document.positionAt(start);
      return `${printable(path)}:${line + 1}:${character + 1}: ${severity} ${code}: ${printable(message)}`;
    });
}

/** A text on one line, without characters that a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ");
}

/** A number and the noun that it counts: "1 file", "2 files". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
