import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { TupleType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { genericOwner } from "./generic-methods.ts";
import { givesSeveralResults } from "./results.ts";
import { tupleElement, tupleForm } from "./tuples.ts";
import { call, composite, ident, instantiate, selector, sliceType, spreadCall } from "./syntax.ts";

/** A call of a coroutine runs nothing until it is awaited; awaiting gives the call the type of its result. */
export function checkAwaited(node: ir.Call | ir.MethodCall): void {
  if (node.type.kind === "awaitable" && node.type.task !== true)
    throw new Untranslatable(
      "coroutine-value",
      "This coroutine is kept, not awaited; in Go, call the function where its result is wanted, or start a goroutine.",
    );
}

/** The call of a function or method as Go writes it, with all of its results: no error is taken care of and no tuple collected. */
export function callWithResults(node: ir.Call | ir.MethodCall, context: GoLowerContext): go.CallExpr {
  if (node.kind === "Call") {
    const { operands, spread } = lowerOperands(
      [node.callee],
      orderedArguments(node.arguments, node.callee.type),
      node.callee.type,
      context,
    );
    const [callee, ...values] = operands;
    const fun =
      node.typeArguments && node.typeArguments.length > 0
        ? instantiate(
            callee!,
            node.typeArguments.map((type) => context.type(type)),
          )
        : callee!;
    return spread ? spreadCall(fun, ...values) : call(fun, ...values);
  }
  if (node.viaSuper === true || node.receiver.type.kind === "class")
    throw new Untranslatable("method-results", "Several results of this kind of method call are not translated yet.");
  const signature = node.symbol?.methods.get(node.method)?.type;
  const { operands, spread } = lowerOperands(
    [node.receiver],
    orderedArguments(node.arguments, signature),
    signature,
    context,
  );
  const [receiver, ...values] = operands;
  const base = (node.path ?? []).reduce(
    (object, name) => selector(object, context.member(name, undefined, "field")),
    receiver!,
  );
  const owner = genericOwner(node.symbol, node.method);
  if (owner) {
    const method = ident(context.names.derived(owner, "function", node.method));
    return spread ? spreadCall(method, base, ...values) : call(method, base, ...values);
  }
  const fun = selector(base, context.member(node.method, node.receiver.type, "method"));
  return spread ? spreadCall(fun, ...values) : call(fun, ...values);
}

/** Go's variadic parameter is the last one; keyword-only parameters, which Python writes behind it, come before. */
export function orderedArguments(args: readonly ir.Argument[], type: Type | undefined): readonly ir.Argument[] {
  if (type?.kind !== "function") return args;
  const variadic = type.parameters.findIndex((parameter) => parameter.kind === "variadic");
  const behind = variadic < 0 ? 0 : type.parameters.length - variadic - 1;
  if (behind === 0) return args;
  return [
    ...args.slice(0, variadic),
    ...args.slice(args.length - behind),
    ...args.slice(variadic, args.length - behind),
  ];
}

/** Lowers what comes first and then the arguments, in order of evaluation. `spread`: the last argument is followed by `...`. */
function lowerOperands(
  first: readonly ir.Expression[],
  args: readonly ir.Argument[],
  type: Type | undefined,
  context: GoLowerContext,
): { readonly operands: readonly go.Expr[]; readonly spread: boolean } {
  for (const argument of args) {
    if (
      argument.spread === "keywords" &&
      !(type?.kind === "function" && type.parameters.some((parameter) => parameter.kind === "keywords"))
    )
      throw new Untranslatable(
        "keyword-arguments",
        "Arguments from a dict (`**options`) are not translated; Go functions take a struct or a map.",
      );
    if (argument.name !== undefined && argument.spread === undefined && type?.kind !== "function")
      throw new Untranslatable(
        "keyword-arguments",
        `The argument \`${argument.name}\` is passed by name to a function whose parameters are not known.`,
      );
  }
  const spreads = args.flatMap((argument, position) => (argument.spread === "positional" ? [position] : []));
  const [only] = args;
  if (
    args.length === 1 &&
    only?.spread === "positional" &&
    (only.value.kind === "Call" || only.value.kind === "MethodCall") &&
    givesSeveralResults(only.value, context) &&
    !context.fails(only.value)
  ) {
    // `f(g())`: the results of one call are all arguments of the other.
    return { operands: [...context.expressions(first), callWithResults(only.value, context)], spread: false };
  }
  const operands = context.expressions([...first, ...args.map((argument) => argument.value)]);
  const last = args.at(-1);
  if (spreads.length === 1 && last?.spread === "positional" && isShortTuple(last.value.type)) {
    // `f(*pair)`: as many arguments as the tuple has elements.
    const { type: tuple } = last.value;
    const value = operands.at(-1)!;
    const whole = value.kind === "Ident" ? value : context.temporary("values", value);
    return {
      operands: [
        ...operands.slice(0, -1),
        ...tuple.elements.map((_, position) => tupleElement(tuple, whole, position)),
      ],
      spread: false,
    };
  }
  if (spreads.length === 0) return { operands, spread: false };
  const variadic =
    type?.kind === "function" ? type.parameters.findIndex((parameter) => parameter.kind === "variadic") : -1;
  const fixed = type?.kind === "function" ? type.parameters.length - 1 : -1;
  if (variadic < 0 || spreads.length > 1 || spreads[0] !== args.length - 1 || args.length - 1 < fixed) {
    throw new Untranslatable(
      "spread-arguments",
      "Go spreads a slice only over a variadic parameter (`f(xs...)`); pass the elements one by one.",
    );
  }
  const extra = args.length - 1 - fixed;
  const head = operands.slice(0, first.length + fixed);
  const rest = operands.at(-1)!;
  if (extra === 0) return { operands: [...head, rest], spread: true };
  const element = type?.kind === "function" ? type.parameters.at(variadic)!.type : undefined;
  const single = composite(sliceType(context.type(element!)), operands.slice(first.length + fixed, -1));
  return { operands: [...head, spreadCall("append", single, rest)], spread: true };
}

function isShortTuple(type: Type): type is TupleType {
  return type.kind === "tuple" && type.rest === undefined && tupleForm(type) !== "slice";
}

/** The arguments of a call whose callee is named by other means. `spread`: the last one is followed by `...`. */
export function lowerArguments(
  args: readonly ir.Argument[],
  type: Type | undefined,
  context: GoLowerContext,
): { readonly operands: readonly go.Expr[]; readonly spread: boolean } {
  return lowerOperands([], orderedArguments(args, type), type, context);
}
