import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { analyseGo, type GoAnalysis, type GoPackages, type GoSourceFile } from "../../server/src/go/analysis.ts";
import { fileOf, readFile, type UnitCache } from "../../server/src/go/read.ts";
import type { File } from "../../server/src/go/tree.ts";
import { SyntaxDocument } from "../../server/src/syntax/document.ts";
import type { Grammars } from "../../server/src/syntax/grammars.ts";
import { grammars } from "./grammars.ts";

/** A file as it was read: its tree, and where each top-level declaration starts in the text. */
export interface ReadGo {
  readonly tree: File;
  readonly starts: readonly number[];
  readonly faults: number;
}

/** Reads and analyses Go for tests, with the stubs of the standard library. */
export class GoChecking {
  readonly packages: GoPackages;
  readonly #grammars: Grammars;

  private constructor(loaded: Grammars, stubs: Readonly<Record<string, string>>) {
    this.#grammars = loaded;
    this.packages = { stubs, read: (text) => this.read(text).tree };
  }

  static async start(): Promise<GoChecking> {
    const path = fileURLToPath(new URL("../../stubs/go.json", import.meta.url));
    return new GoChecking(await grammars(), JSON.parse(readFileSync(path, "utf8")) as Record<string, string>);
  }

  /** The same with other stubs. */
  withStubs(stubs: Readonly<Record<string, string>>): GoChecking {
    return new GoChecking(this.#grammars, stubs);
  }

  read(text: string, cache?: UnitCache): ReadGo {
    const document = new SyntaxDocument(this.#grammars, "go", text);
    try {
      const { units } = readFile(document, cache);
      const tree = fileOf(units);
      const unitOf = new Map(units.flatMap((unit) => unit.declarations.map((node) => [node.span, unit.start])));
      const starts = tree.decls.map((node) => unitOf.get(node.span) ?? 0);
      return { tree, starts, faults: units.reduce((sum, unit) => sum + unit.faults.length, 0) };
    } finally {
      document.dispose();
    }
  }

  analyse(...texts: readonly string[]): GoAnalysis {
    return this.analyseTrees(...texts.map((text) => this.read(text).tree));
  }

  analyseTrees(...trees: readonly File[]): GoAnalysis {
    return analyseGo(
      trees.map((tree, i): GoSourceFile => ({ path: `file${i}.go`, tree })),
      this.packages,
    );
  }

  /** The codes of the errors in the texts, which are the files of one package. */
  codes(...texts: readonly string[]): string[] {
    return this.analyse(...texts).errors.map((error) => error.code);
  }
}
