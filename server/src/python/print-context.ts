import type { Comment, Decorated } from "../base/syntax-node.ts";
import { emptySpan } from "../base/span.ts";
import type { Emitter } from "./print-emitter.ts";
import type { Level } from "./print-precedence.ts";
import type { Arguments, Expression, Pattern, Statement, TypeParam } from "./tree.ts";

/** What the printers of the parts of the language share: where the text goes, and each other by way of this object. */
export interface PrintContext {
  readonly out: Emitter;
  /** The delimiters of the f-strings around, none of which may occur in what is printed inside; nor may a backslash, if there is one. */
  readonly delimiters: readonly string[];
  /** Prints the expression, in parentheses if it binds looser than its place asks. */
  expression(node: Expression, place: Level): void;
  pattern(node: Pattern, place: number): void;
  /** Prints parameters without the brackets of a `def`. */
  parameters(node: Arguments): void;
  typeParameters(nodes: readonly TypeParam[]): void;
  /** Runs `print` inside an f-string with the delimiter. */
  inside(delimiter: string, print: () => void): void;
}

/** What the printers of statements use besides. */
export interface StatementContext extends PrintContext {
  /** The colon, the comment behind it, and the statements below; a body that is empty prints `pass`. `documented` where a text may be a docstring. */
  suite(owner: Decorated, body: readonly Statement[], documented?: boolean): void;
  /** The colon, the comment behind it, and what `print` puts below, each line of it begun by `print`. */
  block(owner: Decorated, print: () => void): void;
  /** The comments above a clause, each on a line of its own. */
  commentsAbove(owner: Decorated): void;
}

/** Thrown inside an f-string where a text cannot be written with the quotes that are left. */
export class QuoteConflict extends Error {
  override readonly name = "QuoteConflict";
}

/** An element of a bracket: what it carries and how it prints. */
export interface Element {
  readonly comments: Decorated;
  print(): void;
}

/** How a bracket is written. */
export interface BracketForm {
  readonly open: string;
  readonly close: string;
  /** Whether a single element needs a comma behind it. */
  readonly lastComma?: boolean;
  /** Comments behind the last element. */
  readonly inner?: readonly Comment[] | undefined;
}

/** Prints elements between brackets: on one line, or one a line where comments stand among them. */
export function printBracket(context: PrintContext, form: BracketForm, elements: readonly Element[]): void {
  const { out } = context;
  out.token(form.open);
  if (hasComments(form, elements) && context.delimiters.length === 0) printVertically(context, form, elements);
  else {
    elements.forEach((element, index) => {
      if (index > 0) out.blank(" ");
      element.print();
      if (index < elements.length - 1 || form.lastComma === true) out.token(",");
    });
  }
  out.token(form.close);
}

/** Whether any comment stands in the bracket. */
export function hasComments(form: Pick<BracketForm, "inner">, elements: readonly Pick<Element, "comments">[]): boolean {
  if ((form.inner?.length ?? 0) > 0) return true;
  return elements.some(({ comments }) => (comments.leading?.length ?? 0) > 0 || comments.trailing !== undefined);
}

function printVertically(context: PrintContext, form: BracketForm, elements: readonly Element[]): void {
  const { out } = context;
  out.indented(() => {
    elements.forEach((element, index) => {
      for (const comment of element.comments.leading ?? []) printCommentLines(out, comment);
      out.line();
      element.print();
      if (index < elements.length - 1 || form.lastComma === true) out.token(",");
      if (element.comments.trailing !== undefined) printTrailing(out, element.comments.trailing);
    });
    for (const comment of form.inner ?? []) printCommentLines(out, comment);
  });
  out.line();
}

/** A comment on lines of its own, each begun with a line end. */
export function printCommentLines(out: Emitter, comment: Comment): void {
  if (!out.isEmpty) out.line();
  printComment(out, comment);
}

/** A comment at the beginning of the present line; it takes more lines where its text does. */
export function printComment(out: Emitter, comment: Comment): void {
  const first = out.isEmpty;
  out.within({ span: comment.span ?? emptySpan, origin: comment.origin }, () => {
    comment.text.split(/\r\n|\r|\n/).forEach((text, index) => {
      if (index > 0) out.line();
      out.token(commentText(text, first && index === 0));
    });
  });
}

/** A comment behind code. */
export function printTrailing(out: Emitter, comment: Comment): void {
  out.blank("  ");
  out.within({ span: comment.span ?? emptySpan, origin: comment.origin }, () => {
    out.token(commentText(comment.text.replaceAll(/\s*[\r\n]+\s*/g, " "), false));
  });
}

/** The comment with its marker; a blank follows unless the text continues the marker (`#!`, `#:`, `## …`). */
function commentText(text: string, first: boolean): string {
  const body = text.trimEnd();
  return /^(?:#*$|#+\s|:)/.test(body) || (first && body.startsWith("!")) ? `#${body}` : `# ${body}`;
}
