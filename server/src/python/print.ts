import type { Origin } from "../base/origin.ts";
import type { Comment, Decorated } from "../base/syntax-node.ts";
import { compoundPrinters, type CompoundKind } from "./print-compound.ts";
import { printCommentLines, printTrailing, type PrintContext, type StatementContext } from "./print-context.ts";
import { Emitter, type PrintedRange } from "./print-emitter.ts";
import { expressionPrinters, needsBrackets, printParenthesizedTuple } from "./print-expressions.ts";
import { printLambdaParameters, printTypeParameters } from "./print-parameters.ts";
import { patternLevel, patternPrinters } from "./print-patterns.ts";
import { Level, levelOf } from "./print-precedence.ts";
import { simplePrinters } from "./print-simple.ts";
import { docstring } from "./print-strings.ts";
import type { Arguments, Expression, Module, Pattern, Statement, TypeParam } from "./tree.ts";

/** A range of printed text and the origin of the node that it was printed for. */
export interface MappedRange {
  readonly start: number;
  readonly end: number;
  readonly origin: Origin;
}

/** Printed text and what each stretch of it was printed for. */
export interface Printed {
  readonly text: string;
  /** All that was printed, piece by piece, in order: with spans for source trees. */
  readonly ranges: readonly PrintedRange[];
  /** The ranges that have an origin, in order: the source map of a target tree. */
  readonly mapping: readonly MappedRange[];
}

/** A text with its ranges, and the mapping taken from them. */
export function printedOf(text: string, ranges: readonly PrintedRange[]): Printed {
  const mapping = ranges.flatMap(({ start, end, origin }) => (origin === undefined ? [] : [{ start, end, origin }]));
  return { text, ranges, mapping };
}

/**
 * Prints a module, near the Black style but without breaking lines; the text ends in a line end unless it is empty. What is printed
 * reads back as the same tree, except that `Invalid` is printed as its source.
 */
export function printModule(node: Module): Printed {
  const printer = new Printer();
  printer.module(node);
  return printedOf(printer.out.text, printer.out.ranges);
}

/** Prints statements as a module would have them. */
export function printStatements(body: readonly Statement[]): Printed {
  return printModule({ kind: "Module", body, span: { start: 0, end: 0 } });
}

/** Prints an expression alone, as it would stand on the right of an assignment. */
export function printExpression(node: Expression): Printed {
  const printer = new Printer();
  printer.expression(node, Level.test);
  return printedOf(printer.out.text, printer.out.ranges);
}

class Printer implements StatementContext {
  readonly out = new Emitter();
  delimiters: readonly string[] = [];
  private isTop = true;

  module(node: Module): void {
    this.out.within(node, () => {
      this.statements(node.body, true);
      const last = node.body.at(-1);
      const inner = node.inner ?? [];
      const apart = last !== undefined && isDefinition(last) && inner.length > 0;
      if (apart) this.emptyLines(2);
      this.commentLines(inner, last !== undefined && !apart);
    });
    if (!this.out.isEmpty) this.out.emptyLines(1);
  }

  expression(node: Expression, place: Level): void {
    this.out.within(node, () => {
      const brackets = node.kind === "Tuple" && needsBrackets(node);
      if (levelOf(node) >= place && !brackets) this.bare(node);
      else if (node.kind === "Tuple") printParenthesizedTuple(this, node);
      else {
        this.out.token("(");
        this.bare(node);
        this.out.token(")");
      }
    });
  }

  /** The table has the printer of exactly this kind, which the compiler cannot see. */
  private bare(node: Expression): void {
    (expressionPrinters[node.kind] as (context: PrintContext, node: Expression) => void)(this, node);
  }

  pattern(node: Pattern, place: number): void {
    const parentheses = patternLevel(node) < place;
    this.out.within(node, () => {
      if (parentheses) this.out.token("(");
      (patternPrinters[node.kind] as (context: PrintContext, node: Pattern) => void)(this, node);
      if (parentheses) this.out.token(")");
    });
  }

  parameters(node: Arguments): void {
    printLambdaParameters(this, node);
  }

  typeParameters(nodes: readonly TypeParam[]): void {
    printTypeParameters(this, nodes);
  }

  inside(delimiter: string, print: () => void): void {
    const outer = this.delimiters;
    this.delimiters = [...outer, delimiter];
    try {
      print();
    } finally {
      this.delimiters = outer;
    }
  }

  suite(owner: Decorated, body: readonly Statement[], documented = false): void {
    this.block(owner, () => {
      if (body.length > 0) this.statements(body, documented);
      else {
        this.out.line();
        this.out.token("pass");
      }
    });
  }

  block(owner: Decorated, print: () => void): void {
    this.out.token(":");
    if (owner.trailing !== undefined) printTrailing(this.out, owner.trailing);
    const wasTop = this.isTop;
    this.isTop = false;
    this.out.indented(() => {
      print();
      this.commentLines(owner.inner ?? [], true);
    });
    this.isTop = wasTop;
  }

  commentsAbove(owner: Decorated): void {
    this.commentLines(owner.leading ?? [], false);
  }

  /** Statements one below the other; `documented` where a text at the beginning is a docstring. */
  private statements(body: readonly Statement[], documented: boolean): void {
    let previous: Statement | undefined;
    for (const node of body) {
      this.emptyLines(this.emptyLinesBetween(previous, node));
      this.commentLines(node.leading ?? [], false);
      if (node.leading?.at(-1)?.blankAfter === true) this.emptyLines(1);
      if (!this.out.isEmpty) this.out.line();
      this.statement(node, documented && previous === undefined);
      previous = node;
    }
  }

  private statement(node: Statement, documented: boolean): void {
    this.out.within(node, () => {
      if (isCompound(node)) {
        (compoundPrinters[node.kind] as (context: StatementContext, node: Statement) => void)(this, node);
        return;
      }
      if (documented && node.kind === "Expr" && node.value.kind === "Constant" && node.value.value.type === "str") {
        const { value } = node.value;
        this.out.within(node.value, () => this.out.token(docstring(value.value, value.raw)));
      } else (simplePrinters[node.kind] as (context: PrintContext, node: Statement) => void)(this, node);
      if (node.trailing !== undefined) printTrailing(this.out, node.trailing);
    });
  }

  /** Two empty lines around definitions at the top, one around others, and one where the source has any. */
  private emptyLinesBetween(previous: Statement | undefined, node: Statement): number {
    if (previous === undefined) return 0;
    if (isDefinition(previous) || isDefinition(node)) return this.isTop ? 2 : 1;
    return node.blankBefore === true ? 1 : 0;
  }

  private commentLines(comments: readonly Comment[], afterCode: boolean): void {
    comments.forEach((comment, index) => {
      const blank = (index > 0 || afterCode) && comment.blankBefore === true;
      if (blank || comments[index - 1]?.blankAfter === true) this.emptyLines(1);
      printCommentLines(this.out, comment);
    });
  }

  private emptyLines(count: number): void {
    if (!this.out.isEmpty) this.out.emptyLines(count);
  }
}

function isCompound(node: Statement): node is Extract<Statement, { readonly kind: CompoundKind }> {
  return node.kind in compoundPrinters;
}

function isDefinition(node: Statement): boolean {
  return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef";
}
