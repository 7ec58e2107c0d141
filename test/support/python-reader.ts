import { printExpression, printModule } from "../../server/src/python/print.ts";
import { joinUnits, readModule } from "../../server/src/python/read-module.ts";
import { readStatements } from "../../server/src/python/read.ts";
import type { Expression, Invalid, Module, PythonModule, Statement } from "../../server/src/python/tree.ts";
import { walk } from "../../server/src/python/walk.ts";
import { readText, SyntaxDocument } from "../../server/src/syntax/document.ts";
import type { Grammars } from "../../server/src/syntax/grammars.ts";
import { grammars } from "./grammars.ts";

/** Reads and prints Python for tests. */
export class PythonReading {
  readonly grammars: Grammars;

  private constructor(loaded: Grammars) {
    this.grammars = loaded;
  }

  static async start(): Promise<PythonReading> {
    return new PythonReading(await grammars());
  }

  /** The text read as one unit. */
  module(text: string): Module {
    const read = readText(this.grammars, "python", text, (root) => readStatements(text, root));
    if (read === undefined) throw new Error("the text was refused");
    return { kind: "Module", ...read, span: { start: 0, end: text.length } };
  }

  /** The text read as a document, unit by unit. */
  units(text: string, previous?: PythonModule): PythonModule {
    const document = new SyntaxDocument(this.grammars, "python", text);
    try {
      return readModule(document, previous);
    } finally {
      document.dispose();
    }
  }

  statement(text: string): Statement {
    const [first] = this.module(text).body;
    if (first === undefined) throw new Error("no statement");
    return first;
  }

  expression(text: string): Expression {
    const statement = this.statement(`_ = ${text}`);
    if (statement.kind !== "Assign") throw new Error(`no expression: ${text}`);
    return statement.value;
  }

  /** The text of a file, read as one unit and printed. */
  reprint(text: string): string {
    return printModule(this.module(text)).text;
  }

  /** The text of a file, read by units and printed. */
  reprintUnits(text: string): string {
    return printModule(joinUnits(this.units(text))).text;
  }

  reprintExpression(text: string): string {
    return printExpression(this.expression(text)).text;
  }

  /** All that could not be read. */
  invalid(text: string): Invalid[] {
    const found: Invalid[] = [];
    walk(this.module(text), (node) => {
      if (node.kind === "Invalid") found.push(node);
    });
    return found;
  }
}
