import { hasComments, printBracket, QuoteConflict, type Element, type PrintContext } from "./print-context.ts";
import { printJoinedStr } from "./print-fstrings.ts";
import { numberText } from "./print-numbers.ts";
import { binaryForms, boolForms, compareForms, Level, tighter, unaryForms } from "./print-precedence.ts";
import { spellings } from "./print-strings.ts";
import type {
  Call,
  Comprehension,
  Constant,
  Dict,
  DictItem,
  Expression,
  Keyword,
  PythonNodeOf,
  Slice,
  Subscript,
} from "./tree.ts";

type Printer<Kind extends Expression["kind"]> = (context: PrintContext, node: PythonNodeOf<Kind>) => void;

/** Prints each kind of expression without parentheses around it. */
export const expressionPrinters: { readonly [Kind in Expression["kind"]]: Printer<Kind> } = {
  Name: ({ out }, node) => out.token(node.id),
  Constant: printConstant,
  JoinedStr: printJoinedStr,
  FormattedValue: (context, node) =>
    printJoinedStr(context, { kind: "JoinedStr", values: [node], span: node.span, origin: node.origin }),
  Invalid: ({ out }, node) => out.token(node.text),
  NamedExpr: (context, node) => {
    context.expression(node.target, Level.atom);
    operator(context, ":=");
    context.expression(node.value, Level.test);
  },
  BoolOp: (context, node) => {
    const { text, level } = boolForms[node.op];
    node.values.forEach((value, index) => {
      if (index > 0) operator(context, text);
      context.expression(value, tighter(level));
    });
  },
  BinOp: (context, node) => {
    const { text, level } = binaryForms[node.op];
    const power = node.op === "Pow";
    context.expression(node.left, power ? tighter(level) : level);
    operator(context, text);
    context.expression(node.right, power ? Level.unary : tighter(level));
  },
  UnaryOp: (context, node) => {
    const { text, level } = unaryForms[node.op];
    context.out.token(text);
    if (node.op === "Not") context.out.blank(" ");
    context.expression(node.operand, level);
  },
  Compare: (context, node) => {
    context.expression(node.left, tighter(Level.compare));
    for (const { op, right } of node.comparisons) {
      for (const word of compareForms[op]) {
        context.out.blank(" ");
        context.out.token(word);
      }
      context.out.blank(" ");
      context.expression(right, tighter(Level.compare));
    }
  },
  Lambda: (context, node) => {
    context.out.token("lambda");
    const { posonlyargs, args, vararg, kwonlyargs, kwarg } = node.args;
    if (posonlyargs.length + args.length + kwonlyargs.length > 0 || vararg !== undefined || kwarg !== undefined)
      context.out.blank(" ");
    context.parameters(node.args);
    context.out.token(":");
    context.out.blank(" ");
    context.expression(node.body, Level.test);
  },
  IfExp: (context, node) => {
    context.expression(node.body, Level.or);
    operator(context, "if");
    context.expression(node.test, Level.or);
    operator(context, "else");
    context.expression(node.orelse, Level.test);
  },
  Await: (context, node) => {
    keyword(context, "await");
    context.expression(node.value, Level.atom);
  },
  Yield: (context, node) => {
    context.out.token("yield");
    if (node.value === undefined) return;
    context.out.blank(" ");
    printBare(context, node.value);
  },
  YieldFrom: (context, node) => {
    keyword(context, "yield");
    keyword(context, "from");
    context.expression(node.value, Level.test);
  },
  Starred: (context, node) => {
    context.out.token("*");
    context.expression(node.value, Level.bitOr);
  },
  Attribute: (context, node) => {
    const plain = node.value.kind !== "Constant" || node.value.value.type !== "int";
    printOperand(context, node.value, plain);
    context.out.token(".");
    context.out.token(node.attr);
  },
  Subscript: printSubscript,
  Slice: printSlice,
  Call: printCall,
  Tuple: (context, node) => {
    node.elts.forEach((element, index) => {
      if (index > 0) context.out.blank(" ");
      // Without brackets around the tuple `:=` takes its own.
      context.expression(element, Level.test);
      if (index < node.elts.length - 1 || node.elts.length === 1) context.out.token(",");
    });
  },
  List: (context, node) =>
    printBracket(context, { open: "[", close: "]", inner: node.inner }, elementsOf(context, node.elts)),
  Set: (context, node) => {
    if (node.elts.length === 0) context.out.token("set()");
    else printBracket(context, { open: "{", close: "}", inner: node.inner }, elementsOf(context, node.elts));
  },
  Dict: printDict,
  ListComp: (context, node) =>
    printComprehension(context, "[", "]", node.generators, () => printElement(context, node.elt)),
  SetComp: (context, node) =>
    printComprehension(context, "{", "}", node.generators, () => printElement(context, node.elt)),
  GeneratorExp: (context, node) =>
    printComprehension(context, "(", ")", node.generators, () => printElement(context, node.elt)),
  DictComp: (context, node) => {
    printComprehension(context, "{", "}", node.generators, () => printPair(context, node.key, node.value));
  },
};

/** Prints a tuple in parentheses, with the comments between its elements. */
export function printParenthesizedTuple(context: PrintContext, node: PythonNodeOf<"Tuple">): void {
  printBracket(
    context,
    { open: "(", close: ")", inner: node.inner, lastComma: node.elts.length === 1 },
    elementsOf(context, node.elts),
  );
}

/** Whether the tuple needs its brackets wherever it stands: it is empty, has comments inside, or unpacks what is no plain name. */
export function needsBrackets(node: PythonNodeOf<"Tuple">): boolean {
  const plainStars = node.elts.every(
    (element) => element.kind !== "Starred" || ["Name", "Attribute", "Subscript"].includes(element.value.kind),
  );
  return (
    node.elts.length === 0 ||
    !plainStars ||
    hasComments(
      { inner: node.inner },
      node.elts.map((comments) => ({ comments })),
    )
  );
}

/** A value where a tuple needs no brackets, unless comments stand in it or it has fewer than two elements. */
export function printBare(context: PrintContext, node: Expression): void {
  const bare = node.kind === "Tuple" && node.elts.length > 1 && !needsBrackets(node);
  context.expression(node, bare ? Level.tuple : Level.test);
}

/** Expressions as the elements of a bracket, where `:=` and `*` need no parentheses. */
export function elementsOf(context: PrintContext, nodes: readonly Expression[]): readonly Element[] {
  return nodes.map((node) => ({ comments: node, print: () => printElement(context, node) }));
}

/** The arguments of a call or the bases of a class. */
export function argumentElements(
  context: PrintContext,
  args: readonly Expression[],
  keywords: readonly Keyword[],
): readonly Element[] {
  const named = keywords.map((node) => ({
    comments: node,
    print: () => context.out.within(node, () => printKeyword(context, node)),
  }));
  return [...elementsOf(context, args), ...named];
}

function printElement(context: PrintContext, node: Expression): void {
  context.expression(node, node.kind === "NamedExpr" ? Level.named : Level.test);
}

function printKeyword(context: PrintContext, node: Keyword): void {
  context.out.token(node.arg ?? "**");
  if (node.arg !== undefined) context.out.token("=");
  context.expression(node.value, Level.test);
}

/** A binary operator or word with a blank on each side. */
function operator({ out }: PrintContext, text: string): void {
  out.blank(" ");
  out.token(text);
  out.blank(" ");
}

/** A word with a blank behind it. */
function keyword({ out }: PrintContext, text: string): void {
  out.token(text);
  out.blank(" ");
}

/** What stands before a dot, bracket or call. A number before a dot needs parentheses. */
function printOperand(context: PrintContext, node: Expression, plain = true): void {
  if (plain) context.expression(node, Level.atom);
  else {
    context.out.token("(");
    context.expression(node, Level.named);
    context.out.token(")");
  }
}

function printConstant(context: PrintContext, node: Constant): void {
  const { out, delimiters } = context;
  const { value } = node;
  if (value.type === "str" || value.type === "bytes") {
    const wish = { bytes: value.type === "bytes", raw: value.raw, triple: value.triple };
    const text = spellings(value.value, wish).find((spelling) => fits(spelling, delimiters));
    if (text === undefined) throw new QuoteConflict();
    out.token(text);
  } else if (value.type === "bool") out.token(value.value ? "True" : "False");
  else if (value.type === "None") out.token("None");
  else out.token(value.type === "Ellipsis" ? "..." : numberText(value));
}

/** Whether a text may stand inside f-strings with the delimiters. */
function fits(text: string, delimiters: readonly string[]): boolean {
  if (delimiters.length === 0) return true;
  if (text.includes("\\") || (text.includes("\n") && delimiters.some((delimiter) => delimiter.length === 1)))
    return false;
  return !delimiters.some((delimiter) => text.includes(delimiter));
}

function printSubscript(context: PrintContext, node: Subscript): void {
  const { slice } = node;
  printOperand(context, node.value);
  context.out.token("[");
  if (slice.kind === "Tuple" && !needsBrackets(slice)) {
    context.out.within(slice, () => {
      const [only] = slice.elts;
      // A lone starred index is a tuple without its comma.
      if (slice.elts.length === 1 && only?.kind === "Starred") printElement(context, only);
      else expressionPrinters.Tuple(context, slice);
    });
  } else context.expression(slice, slice.kind === "NamedExpr" ? Level.named : Level.test);
  context.out.token("]");
}

function printSlice(context: PrintContext, node: Slice): void {
  if (node.lower !== undefined) context.expression(node.lower, Level.test);
  context.out.token(":");
  if (node.upper !== undefined) context.expression(node.upper, Level.test);
  if (node.step === undefined) return;
  context.out.token(":");
  context.expression(node.step, Level.test);
}

function printCall(context: PrintContext, node: Call): void {
  const [only] = node.args;
  printOperand(context, node.func);
  if (
    only?.kind === "GeneratorExp" &&
    node.args.length === 1 &&
    node.keywords.length === 0 &&
    !hasComments(node, [{ comments: only }])
  ) {
    context.expression(only, Level.atom);
  } else
    printBracket(
      context,
      { open: "(", close: ")", inner: node.inner },
      argumentElements(context, node.args, node.keywords),
    );
}

function printDict(context: PrintContext, node: Dict): void {
  const elements = node.items.map((item) => ({
    comments: item,
    print: () => context.out.within(item, () => printDictItem(context, item)),
  }));
  printBracket(context, { open: "{", close: "}", inner: node.inner }, elements);
}

function printDictItem(context: PrintContext, item: DictItem): void {
  if (item.key !== undefined) printPair(context, item.key, item.value);
  else {
    context.out.token("**");
    context.expression(item.value, Level.bitOr);
  }
}

function printPair(context: PrintContext, key: Expression, value: Expression): void {
  context.expression(key, Level.test);
  context.out.token(":");
  context.out.blank(" ");
  context.expression(value, Level.test);
}

function printComprehension(
  context: PrintContext,
  open: string,
  close: string,
  generators: readonly Comprehension[],
  printElementPart: () => void,
): void {
  const { out } = context;
  out.token(open);
  printElementPart();
  for (const generator of generators) {
    out.within(generator, () => {
      out.blank(" ");
      if (generator.isAsync) keyword(context, "async");
      keyword(context, "for");
      context.expression(generator.target, Level.tuple);
      operator(context, "in");
      context.expression(generator.iter, Level.or);
      for (const test of generator.ifs) {
        operator(context, "if");
        context.expression(test, Level.or);
      }
    });
  }
  out.token(close);
}
