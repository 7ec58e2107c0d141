import { fileOf, readFile, readUnit, type GoFile, type ParseText, type TopLevel } from "../../server/src/go/read.ts";
import { printFile, printNodes } from "../../server/src/go/print.ts";
import type { Expr, Stmt } from "../../server/src/go/tree.ts";
import { readText, SyntaxDocument } from "../../server/src/syntax/document.ts";
import type { Grammars } from "../../server/src/syntax/grammars.ts";
import { grammars } from "./grammars.ts";

/** Reads and prints Go for tests. */
export class GoReading {
  private readonly grammars: Grammars;
  readonly parse: ParseText;

  private constructor(loaded: Grammars) {
    this.grammars = loaded;
    this.parse = (text, read) => readText(loaded, "go", text, read);
  }

  static async start(): Promise<GoReading> {
    return new GoReading(await grammars());
  }

  file(text: string): GoFile {
    const document = new SyntaxDocument(this.grammars, "go", text);
    try {
      return readFile(document);
    } finally {
      document.dispose();
    }
  }

  topLevel(text: string): readonly TopLevel[] {
    return this.parse(text, (root) => readUnit(text, root))?.declarations ?? [];
  }

  /** The statements of a function body. */
  statements(text: string): readonly Stmt[] {
    const [declaration] = this.topLevel(`func f() {\n${text}\n}\n`);
    return declaration?.kind === "FuncDecl" ? (declaration.body?.list ?? []) : [];
  }

  expression(text: string): Expr | undefined {
    const [statement] = this.statements(`_ = ${text}`);
    return statement?.kind === "AssignStmt" ? statement.rhs[0] : undefined;
  }

  /** The text of a file, read and printed. */
  reprint(text: string): string {
    return printFile(fileOf(this.file(text).units)).text;
  }

  reprintExpression(text: string): string {
    const expression = this.expression(text);
    return expression ? printNodes([expression]).text.trimEnd() : "";
  }
}
