import { Language as Grammar, Parser, type Tree } from "web-tree-sitter";
import { invariant } from "../base/assert.ts";
import type { Language } from "../base/language.ts";
import { maximumParseTime, maximumTextLength } from "./limits.ts";

/** The WebAssembly files that parsing needs, as bytes: who starts the core decides where they come from. */
export interface GrammarBytes {
  /** `web-tree-sitter.wasm` */
  readonly engine: Uint8Array;
  /** `tree-sitter-python.wasm` */
  readonly python: Uint8Array;
  /** `tree-sitter-go.wasm` */
  readonly go: Uint8Array;
}

/** Why there is no tree: the text is longer than `maximumTextLength`, or parsing it would take too long. */
export type ParseRefusal = "too-long" | "too-slow";

/** The two grammars, ready to parse. One is enough for a process; the engine is shared by all that are loaded. */
export class Grammars {
  private readonly grammars: Readonly<Record<Language, Grammar>>;
  private readonly parsers = new Map<Language, Parser>();

  private constructor(grammars: Readonly<Record<Language, Grammar>>) {
    this.grammars = grammars;
  }

  /** Starts the engine (the first time in a process) and compiles both grammars. Rejects when the bytes are no such grammars. */
  static async load(bytes: GrammarBytes): Promise<Grammars> {
    await Parser.init({ wasmBinary: bytes.engine, locateFile: (name: string) => name });
    return new Grammars({ python: await Grammar.load(bytes.python), go: await Grammar.load(bytes.go) });
  }

  /** The grammar itself: names and numbers of node kinds and fields. */
  grammar(language: Language): Grammar {
    return this.grammars[language];
  }

  /**
   * Parses any text; syntax errors are part of the tree. A line feed is added at the end, since the grammar of Go wants the last
   * statement ended; so the root may end one behind the text. `previous` is the tree of the text before an edit, with the edit
   * applied to it; it is not deleted. `deadline` is a time in milliseconds since 1970 at which parsing is given up.
   * The caller deletes what it gets: trees live outside the garbage collector's sight.
   */
  parse(
    language: Language,
    text: string,
    previous?: Tree,
    deadline: number = Date.now() + maximumParseTime,
  ): Tree | ParseRefusal {
    if (text.length > maximumTextLength) return "too-long";
    const parser = this.parser(language);
    const tree = parser.parse(text + "\n", previous, { progressCallback: () => Date.now() > deadline });
    if (tree !== null) return tree;
    parser.reset();
    return "too-slow";
  }

  private parser(language: Language): Parser {
    let parser = this.parsers.get(language);
    if (parser === undefined) {
      parser = new Parser();
      parser.setLanguage(this.grammars[language]);
      invariant(parser.language !== null, "a parser has a language");
      this.parsers.set(language, parser);
    }
    return parser;
  }
}
