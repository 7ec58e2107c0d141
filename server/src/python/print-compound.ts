import type { Decorated } from "../base/syntax-node.ts";
import { printBracket, printComment, printTrailing, type StatementContext } from "./print-context.ts";
import { argumentElements, printBare } from "./print-expressions.ts";
import { printParameterList } from "./print-parameters.ts";
import { PatternLevel } from "./print-patterns.ts";
import { Level } from "./print-precedence.ts";
import { separated, word, type SimpleKind } from "./print-simple.ts";
import type {
  ClassDef,
  Clause,
  Expression,
  FunctionDef,
  If,
  Match,
  PythonNodeOf,
  Statement,
  Try,
  TryStar,
  With,
} from "./tree.ts";

/** The kinds of statements with a body. */
export type CompoundKind = Exclude<Statement["kind"], SimpleKind>;

type Printer<Kind extends CompoundKind> = (context: StatementContext, node: PythonNodeOf<Kind>) => void;

/** Prints each kind of statement with a body, header and clauses; comments above it excepted. */
export const compoundPrinters: { readonly [Kind in CompoundKind]: Printer<Kind> } = {
  FunctionDef: (context, node) => printFunction(context, node, false),
  AsyncFunctionDef: (context, node) => printFunction(context, { ...node, kind: "FunctionDef" }, true),
  ClassDef: printClass,
  For: (context, node) => printFor(context, node, false),
  AsyncFor: (context, node) => printFor(context, { ...node, kind: "For" }, true),
  While: (context, node) => {
    word(context, "while");
    context.expression(node.test, Level.named);
    context.suite(node, node.body);
    printClause(context, "else", node.orelse, node.elseClause);
  },
  If: printIf,
  With: (context, node) => printWith(context, node, false),
  AsyncWith: (context, node) => printWith(context, { ...node, kind: "With" }, true),
  Match: printMatch,
  Try: printTry,
  TryStar: printTry,
};

function printFunction(context: StatementContext, node: FunctionDef, isAsync: boolean): void {
  printDecorators(context, node.decoratorList);
  if (isAsync) word(context, "async");
  word(context, "def");
  context.out.token(node.name);
  context.typeParameters(node.typeParams);
  printParameterList(context, node.args);
  if (node.returns !== undefined) {
    context.out.blank(" ");
    word(context, "->");
    context.expression(node.returns, Level.test);
  }
  context.suite(node, node.body, true);
}

function printClass(context: StatementContext, node: ClassDef): void {
  printDecorators(context, node.decoratorList);
  word(context, "class");
  context.out.token(node.name);
  context.typeParameters(node.typeParams);
  if (node.bases.length + node.keywords.length > 0) {
    printBracket(context, { open: "(", close: ")" }, argumentElements(context, node.bases, node.keywords));
  }
  context.suite(node, node.body, true);
}

function printDecorators(context: StatementContext, decorators: readonly Expression[]): void {
  const { out } = context;
  for (const decorator of decorators) {
    for (const comment of decorator.leading ?? []) {
      printComment(out, comment);
      out.line();
    }
    out.within(decorator, () => out.token("@"));
    context.expression(decorator, Level.named);
    if (decorator.trailing !== undefined) printTrailing(out, decorator.trailing);
    out.line();
  }
}

function printFor(context: StatementContext, node: PythonNodeOf<"For">, isAsync: boolean): void {
  if (isAsync) word(context, "async");
  word(context, "for");
  printBare(context, node.target);
  context.out.blank(" ");
  word(context, "in");
  context.expression(node.iter, Level.test);
  context.suite(node, node.body);
  printClause(context, "else", node.orelse, node.elseClause);
}

/** An `If` alone in `orelse` without a clause of its own continues as `elif`. */
function printIf(context: StatementContext, node: If): void {
  let branch = node;
  let keyword = "if";
  for (;;) {
    const { test, body, orelse, elseClause } = branch;
    const current = branch;
    const [next] = orelse;
    context.out.within(current, () => {
      word(context, keyword);
      context.expression(test, Level.named);
      context.suite(current, body);
    });
    if (next?.kind !== "If" || orelse.length > 1 || elseClause !== undefined) {
      printClause(context, "else", orelse, elseClause);
      return;
    }
    context.commentsAbove(next);
    context.out.line();
    branch = next;
    keyword = "elif";
  }
}

function printWith(context: StatementContext, node: With, isAsync: boolean): void {
  if (isAsync) word(context, "async");
  word(context, "with");
  const [only] = node.items;
  // A lone tuple in parentheses would be read as several items.
  const guarded = node.items.length === 1 && only?.contextExpr.kind === "Tuple" && only.optionalVars === undefined;
  if (guarded) context.out.token("(");
  const printItem = (item: (typeof node.items)[number]): void => {
    context.expression(item.contextExpr, Level.test);
    if (item.optionalVars === undefined) return;
    context.out.blank(" ");
    word(context, "as");
    context.expression(item.optionalVars, Level.test);
  };
  separated(
    context,
    node.items.map((item) => () => context.out.within(item, () => printItem(item))),
  );
  if (guarded) context.out.token(")");
  context.suite(node, node.body);
}

function printMatch(context: StatementContext, node: Match): void {
  const { out } = context;
  word(context, "match");
  context.expression(node.subject, node.subject.kind === "NamedExpr" ? Level.named : Level.test);
  context.block(node, () => {
    for (const clause of node.cases) {
      context.commentsAbove(clause);
      out.line();
      out.within(clause, () => {
        word(context, "case");
        context.pattern(clause.pattern, PatternLevel.as);
        if (clause.guard !== undefined) {
          out.blank(" ");
          word(context, "if");
          context.expression(clause.guard, Level.named);
        }
        context.suite(clause, clause.body);
      });
    }
  });
}

function printTry(context: StatementContext, node: Try | TryStar): void {
  const { out } = context;
  out.token("try");
  context.suite(node, node.body);
  for (const handler of node.handlers) {
    context.commentsAbove(handler);
    out.line();
    out.within(handler, () => {
      out.token(node.kind === "TryStar" ? "except*" : "except");
      if (handler.type !== undefined) {
        out.blank(" ");
        context.expression(handler.type, Level.test);
      }
      if (handler.name !== undefined) {
        out.blank(" ");
        word(context, "as");
        out.token(handler.name);
      }
      context.suite(handler, handler.body);
    });
  }
  printClause(context, "else", node.orelse, node.elseClause);
  printClause(context, "finally", node.finalbody, node.finallyClause);
}

/** `else:` or `finally:` with its body, or nothing where both body and clause are missing. */
function printClause(
  context: StatementContext,
  keyword: string,
  body: readonly Statement[],
  clause: Clause | undefined,
): void {
  if (body.length === 0 && clause === undefined) return;
  const comments: Decorated = clause ?? {};
  context.commentsAbove(comments);
  context.out.line();
  context.out.token(keyword);
  context.suite(comments, body);
}
