import type { Origin } from "../base/origin.ts";
import type { Comment } from "../base/syntax-node.ts";

/** One token of printed text; comments are tokens too. */
export interface PrintedToken {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Of the innermost node that has one. */
  readonly origin?: Origin | undefined;
}

/** Collects tokens, and decides on blanks, line breaks and indentation between them. */
export class PrintOutput {
  readonly tokens: PrintedToken[] = [];
  private readonly parts: string[] = [];
  private length = 0;
  private indentation = 0;
  private gap: "" | " " = "";
  private lines = 0;
  private origin: Origin | undefined;

  /** The text so far, without what is pending. */
  get text(): string {
    return this.parts.join("");
  }

  /** Runs `print`; tokens that it writes belong to `origin`, unless a node inside has its own. */
  within(origin: Origin | undefined, print: () => void): void {
    if (origin === undefined) return print();
    const outer = this.origin;
    this.origin = origin;
    print();
    this.origin = outer;
  }

  token(text: string): void {
    if (text === "") return;
    if (this.lines > 0 && this.length > 0) this.append("\n".repeat(this.lines) + "\t".repeat(this.indentation));
    else if (this.length > 0) this.append(this.gap);
    this.lines = 0;
    this.gap = "";
    this.tokens.push({ text, start: this.length, end: this.length + text.length, origin: this.origin });
    this.append(text);
  }

  /** A blank before the next token, if it stands on the same line. */
  space(): void {
    this.gap = " ";
  }

  /** The next token starts a line. */
  line(): void {
    this.lines = Math.max(this.lines, 1);
  }

  /** The next token starts a line with a blank one above it. */
  blankLine(): void {
    this.lines = 2;
  }

  /** Whether the next token starts a line, be it the first of all. */
  atLineStart(): boolean {
    return this.lines > 0 || this.length === 0;
  }

  indented(print: () => void): void {
    this.indentation += 1;
    print();
    this.indentation -= 1;
  }

  /** Comments on lines of their own. */
  commentLines(comments: readonly Comment[] | undefined): void {
    comments?.forEach((comment, index) => {
      this.line();
      if (comment.blankBefore && index > 0) this.blankLine();
      this.within(comment.origin, () => this.commentTokens(comment));
      this.line();
      if (comment.blankAfter && index === comments.length - 1) this.blankLine();
    });
  }

  /** A comment behind the last token, on its line. What follows starts a line unless the comment is a block. */
  trailingComment(comment: Comment | undefined): void {
    if (comment === undefined) return;
    this.space();
    this.within(comment.origin, () => {
      const text = comment.text.replaceAll(/\s*\n\s*/g, " ");
      this.token(comment.block ? blockComment(text) : lineComment(text, comment.directive));
    });
    if (comment.block) this.space();
    else this.line();
  }

  /** A comment amid an expression. */
  inlineComment(comment: Comment): void {
    this.within(comment.origin, () => this.token(blockComment(comment.text.replaceAll(/\s*\n\s*/g, " "))));
  }

  private commentTokens(comment: Comment): void {
    if (comment.block) return this.token(blockComment(comment.text, "\t".repeat(this.indentation)));
    for (const line of comment.text.split("\n")) {
      this.token(lineComment(line, comment.directive));
      this.line();
    }
  }

  private append(text: string): void {
    if (text === "") return;
    this.parts.push(text);
    this.length += text.length;
  }
}

/** Go sources may hold neither NUL nor a byte order mark behind their start, and a carriage return ends no line. */
function writable(text: string): string {
  return text.replaceAll(/[\0\uFEFF\r]/g, "\uFFFD");
}

function lineComment(text: string, directive: boolean | undefined): string {
  const trimmed = writable(text).trimEnd();
  if (trimmed === "") return "//";
  return directive || trimmed.startsWith("\t") ? `//${trimmed}` : `// ${trimmed}`;
}

function blockComment(text: string, indentation = ""): string {
  const safe = writable(text).replaceAll("*/", "* /");
  if (!safe.includes("\n")) return `/* ${safe} */`;
  const lines = safe.split("\n").map((line) => (line === "" ? "" : indentation + line));
  return `/*\n${lines.join("\n")}\n${indentation}*/`;
}
