import { printBracket, hasComments, type PrintContext } from "./print-context.ts";
import { printBare } from "./print-expressions.ts";
import { binaryForms, Level } from "./print-precedence.ts";
import type { Alias, Assign, Import, ImportFrom, PythonNodeOf, Statement } from "./tree.ts";

/** The kinds of statements without a body. */
export type SimpleKind = Exclude<
  Statement["kind"],
  | "FunctionDef"
  | "AsyncFunctionDef"
  | "ClassDef"
  | "For"
  | "AsyncFor"
  | "While"
  | "If"
  | "With"
  | "AsyncWith"
  | "Match"
  | "Try"
  | "TryStar"
>;

type Printer<Kind extends SimpleKind> = (context: PrintContext, node: PythonNodeOf<Kind>) => void;

/** Prints each kind of statement without a body, without its comments and line end. */
export const simplePrinters: { readonly [Kind in SimpleKind]: Printer<Kind> } = {
  Expr: (context, node) => context.expression(node.value, Level.yield),
  Return: (context, node) => {
    context.out.token("return");
    if (node.value === undefined) return;
    context.out.blank(" ");
    printBare(context, node.value);
  },
  Delete: (context, node) => {
    word(context, "del");
    separated(
      context,
      node.targets.map((target) => () => context.expression(target, Level.test)),
    );
  },
  Assign: printAssign,
  TypeAlias: (context, node) => {
    word(context, "type");
    context.expression(node.name, Level.atom);
    context.typeParameters(node.typeParams);
    equals(context, "=");
    context.expression(node.value, Level.test);
  },
  AugAssign: (context, node) => {
    context.expression(node.target, Level.atom);
    equals(context, `${binaryForms[node.op].text}=`);
    context.expression(node.value, Level.yield);
  },
  AnnAssign: (context, node) => {
    const parentheses = node.target.kind === "Name" && !node.simple;
    if (parentheses) context.out.token("(");
    context.expression(node.target, Level.atom);
    context.out.token(parentheses ? "):" : ":");
    context.out.blank(" ");
    context.expression(node.annotation, Level.test);
    if (node.value === undefined) return;
    equals(context, "=");
    context.expression(node.value, Level.yield);
  },
  Raise: (context, node) => {
    context.out.token("raise");
    if (node.exc === undefined) return;
    context.out.blank(" ");
    context.expression(node.exc, Level.test);
    if (node.cause === undefined) return;
    context.out.blank(" ");
    word(context, "from");
    context.expression(node.cause, Level.test);
  },
  Assert: (context, node) => {
    word(context, "assert");
    context.expression(node.test, Level.test);
    if (node.msg === undefined) return;
    context.out.token(",");
    context.out.blank(" ");
    context.expression(node.msg, Level.test);
  },
  Import: printImport,
  ImportFrom: printImportFrom,
  Global: (context, node) => printNames(context, "global", node.names),
  Nonlocal: (context, node) => printNames(context, "nonlocal", node.names),
  Pass: ({ out }) => out.token("pass"),
  Break: ({ out }) => out.token("break"),
  Continue: ({ out }) => out.token("continue"),
  Invalid: ({ out }, node) => {
    const [first = "", ...rest] = node.text === "" ? ["pass"] : node.text.split("\n");
    out.token(first);
    for (const line of rest) {
      if (line.trim() === "") out.emptyLines(1);
      else {
        out.line();
        out.token(line);
      }
    }
  },
};

function printAssign(context: PrintContext, node: Assign): void {
  const unpacks = node.targets.some((target) => target.kind === "Tuple");
  node.targets.forEach((target) => {
    printBare(context, target);
    equals(context, "=");
  });
  if (unpacks) {
    if (node.value.kind === "Yield" || node.value.kind === "YieldFrom") context.expression(node.value, Level.yield);
    else printBare(context, node.value);
  } else context.expression(node.value, Level.yield);
}

function printImport(context: PrintContext, node: Import): void {
  word(context, "import");
  separated(
    context,
    node.names.map((alias) => () => printAlias(context, alias)),
  );
}

function printImportFrom(context: PrintContext, node: ImportFrom): void {
  word(context, "from");
  context.out.token(".".repeat(node.level) + (node.module ?? ""));
  context.out.blank(" ");
  word(context, "import");
  const inner = node.names.at(-1)?.inner;
  const elements = node.names.map((alias) => ({ comments: alias, print: () => printAlias(context, alias) }));
  if (hasComments({ inner }, elements)) printBracket(context, { open: "(", close: ")", inner }, elements);
  else
    separated(
      context,
      elements.map(({ print }) => print),
    );
}

function printAlias(context: PrintContext, node: Alias): void {
  context.out.within(node, () => {
    context.out.token(node.name);
    if (node.asname === undefined) return;
    context.out.blank(" ");
    word(context, "as");
    context.out.token(node.asname);
  });
}

function printNames(context: PrintContext, keyword: string, names: readonly string[]): void {
  word(context, keyword);
  separated(
    context,
    names.map((name) => () => context.out.token(name)),
  );
}

/** A keyword with a blank behind it. */
export function word({ out }: PrintContext, text: string): void {
  out.token(text);
  out.blank(" ");
}

function equals({ out }: PrintContext, text: string): void {
  out.blank(" ");
  out.token(text);
  out.blank(" ");
}

/** Parts with commas between. */
export function separated({ out }: PrintContext, parts: readonly (() => void)[]): void {
  parts.forEach((print, index) => {
    if (index > 0) {
      out.token(",");
      out.blank(" ");
    }
    print();
  });
}
