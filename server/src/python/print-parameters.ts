import { printBracket, type Element, type PrintContext } from "./print-context.ts";
import { Level } from "./print-precedence.ts";
import type { Arg, Arguments, TypeParam } from "./tree.ts";

/** The parameters of a `def` in parentheses. */
export function printParameterList(context: PrintContext, node: Arguments): void {
  context.out.within(node, () =>
    printBracket(context, { open: "(", close: ")", inner: node.inner }, parameterElements(context, node)),
  );
}

/** The parameters of a lambda, on one line. */
export function printLambdaParameters(context: PrintContext, node: Arguments): void {
  context.out.within(node, () => {
    parameterElements(context, node).forEach((element, index) => {
      if (index > 0) {
        context.out.token(",");
        context.out.blank(" ");
      }
      element.print();
    });
  });
}

function parameterElements(context: PrintContext, node: Arguments): readonly Element[] {
  const { posonlyargs, args, vararg, kwonlyargs, kwarg } = node;
  const elements = [...posonlyargs, ...args].map((arg) => parameter(context, "", arg));
  if (posonlyargs.length > 0) elements.splice(posonlyargs.length, 0, separator(context, "/"));
  if (vararg !== undefined) elements.push(parameter(context, "*", vararg));
  else if (kwonlyargs.length > 0) elements.push(separator(context, "*"));
  elements.push(...kwonlyargs.map((arg) => parameter(context, "", arg)));
  if (kwarg !== undefined) elements.push(parameter(context, "**", kwarg));
  return elements;
}

function separator(context: PrintContext, text: string): Element {
  return { comments: {}, print: () => context.out.token(text) };
}

function parameter(context: PrintContext, stars: string, node: Arg): Element {
  return { comments: node, print: () => context.out.within(node, () => printParameter(context, stars, node)) };
}

function printParameter(context: PrintContext, stars: string, node: Arg): void {
  const { out } = context;
  out.token(stars);
  out.token(node.arg);
  if (node.annotation !== undefined) {
    out.token(":");
    out.blank(" ");
    context.expression(node.annotation, Level.test);
  }
  if (node.default === undefined) return;
  const space = node.annotation === undefined ? "" : " ";
  out.blank(space);
  out.token("=");
  out.blank(space);
  context.expression(node.default, Level.test);
}

/** `[T: bound, *Ts, **P]`, or nothing where the list is empty. */
export function printTypeParameters(context: PrintContext, nodes: readonly TypeParam[]): void {
  if (nodes.length === 0) return;
  const elements = nodes.map((node) => ({
    comments: node,
    print: () => context.out.within(node, () => printTypeParameter(context, node)),
  }));
  printBracket(context, { open: "[", close: "]" }, elements);
}

function printTypeParameter(context: PrintContext, node: TypeParam): void {
  const { out } = context;
  if (node.kind === "Invalid") {
    out.token(node.text);
    return;
  }
  out.token(node.kind === "ParamSpec" ? "**" : node.kind === "TypeVarTuple" ? "*" : "");
  out.token(node.name);
  if (node.kind === "TypeVar" && node.bound !== undefined) {
    out.token(":");
    out.blank(" ");
    context.expression(node.bound, Level.test);
  }
  if (node.defaultValue === undefined) return;
  out.blank(" ");
  out.token("=");
  out.blank(" ");
  context.expression(node.defaultValue, Level.test);
}
