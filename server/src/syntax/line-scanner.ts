import type { Language } from "../base/language.ts";

/** What encloses a position: a multi-line string or comment, by the token that ends it; undefined in code. */
type Enclosure = '"""' | "'''" | "`" | "*/";

/**
 * Walks over a text line by line and knows what is open at the end of each: enough of the lexical grammar to tell code from
 * multi-line strings and comments and to count brackets, in text that does not parse. Errors in it never leave a piece of text.
 */
export class LineScanner {
  /** Where the next line begins; the length of the text at its end. */
  offset: number;
  private readonly language: Language;
  private readonly text: string;
  private enclosure: Enclosure | undefined;
  private depth = 0;

  constructor(language: Language, text: string, offset: number) {
    this.language = language;
    this.text = text;
    this.offset = offset;
  }

  /** Whether the next line begins inside a multi-line string or comment. */
  get isEnclosed(): boolean {
    return this.enclosure !== undefined;
  }

  /** Whether the next line begins in code with no bracket open. */
  get isAtTopLevel(): boolean {
    return this.enclosure === undefined && this.depth === 0;
  }

  /** Takes in one line, its line end included. */
  advance(): void {
    const lineFeed = this.text.indexOf("\n", this.offset);
    const end = lineFeed === -1 ? this.text.length : lineFeed + 1;
    while (this.offset < end) this.offset = this.enclosure === undefined ? this.code(end) : this.enclosed(end);
  }

  /** Skips to the end of the enclosure if it lies before `end`. */
  private enclosed(end: number): number {
    const closing = this.enclosure ?? "`";
    for (let at = this.offset; at < end; at++) {
      if (this.text[at] === "\\" && this.language === "python") at++;
      else if (this.text.startsWith(closing, at)) {
        this.enclosure = undefined;
        return at + closing.length;
      }
    }
    return end;
  }

  /** Takes in code up to `end` or to the opening of an enclosure. */
  private code(end: number): number {
    for (let at = this.offset; at < end; at++) {
      const character = this.text[at];
      switch (character) {
        case "(":
        case "[":
        case "{":
          this.depth++;
          break;
        case ")":
        case "]":
        case "}":
          this.depth = Math.max(0, this.depth - 1);
          break;
        case '"':
        case "'": {
          const triple = character === '"' ? '"""' : "'''";
          if (this.language === "python" && this.text.startsWith(triple, at)) return this.open(triple, at + 3);
          at = this.shortString(character, at + 1, end);
          break;
        }
        case "`":
          if (this.language === "go") return this.open("`", at + 1);
          break;
        case "#":
          if (this.language === "python") return end;
          break;
        case "/":
          if (this.language === "go" && this.text[at + 1] === "/") return end;
          if (this.language === "go" && this.text[at + 1] === "*") return this.open("*/", at + 2);
          break;
      }
    }
    return end;
  }

  private open(enclosure: Enclosure, after: number): number {
    this.enclosure = enclosure;
    return after;
  }

  /** The offset of the quote that closes a string of one line, or of the line's end. */
  private shortString(quote: string, start: number, end: number): number {
    for (let at = start; at < end; at++) {
      if (this.text[at] === "\\") at++;
      else if (this.text[at] === quote || this.text[at] === "\n") return at;
    }
    return end;
  }
}
