import type { Origin } from "../base/origin.ts";
import type { Span } from "../base/span.ts";
import type { NodeBase } from "./tree.ts";

/** A stretch of printed text and what it was printed for. Ranges are in order and do not overlap; blanks and line ends belong to none. */
export interface PrintedRange {
  readonly start: number;
  readonly end: number;
  /** The origin of the innermost node around that has one. */
  readonly origin: Origin | undefined;
  /** The innermost node's own span, which tells the place in the source when a source tree is printed. */
  readonly span: Span;
}

/** A place to go back to. */
export interface Mark {
  readonly pieces: number;
  readonly length: number;
  readonly ranges: number;
}

const oneIndent = "    ";

/** Collects printed text piece by piece, and for each piece the node it stands for. */
export class Emitter {
  private readonly pieces: string[] = [];
  private readonly printed: PrintedRange[] = [];
  private length = 0;
  private depth = 0;
  private origin: Origin | undefined;
  private span: Span = { start: 0, end: 0 };

  /** Runs `print` with the node as the one that pieces stand for. */
  within(node: NodeBase, print: () => void): void {
    const { origin, span } = this;
    this.origin = node.origin ?? origin;
    this.span = node.span;
    try {
      print();
    } finally {
      this.origin = origin;
      this.span = span;
    }
  }

  /** A piece of code or comment. */
  token(text: string): void {
    if (text === "") return;
    this.printed.push({ start: this.length, end: this.length + text.length, origin: this.origin, span: this.span });
    this.blank(text);
  }

  /** Text that stands for nothing: blanks. */
  blank(text: string): void {
    this.pieces.push(text);
    this.length += text.length;
  }

  /** Begins a new line at the present indentation. */
  line(): void {
    this.blank("\n" + oneIndent.repeat(this.depth));
  }

  /** Begins a new line after an empty one, or after several. */
  emptyLines(count: number): void {
    this.blank("\n".repeat(count));
  }

  /** Runs `print` one level deeper. */
  indented(print: () => void): void {
    this.depth++;
    print();
    this.depth--;
  }

  /** The indentation that lines begin with at present. */
  get indentation(): string {
    return oneIndent.repeat(this.depth);
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  mark(): Mark {
    return { pieces: this.pieces.length, length: this.length, ranges: this.printed.length };
  }

  /** The text printed since. */
  since(mark: Mark): string {
    return this.pieces.slice(mark.pieces).join("");
  }

  /** Takes back all that was printed since. */
  reset(mark: Mark): void {
    this.pieces.length = mark.pieces;
    this.printed.length = mark.ranges;
    this.length = mark.length;
  }

  get text(): string {
    return this.pieces.join("");
  }

  get ranges(): readonly PrintedRange[] {
    return this.printed;
  }
}
