import { parametersOf, type Definition } from "./expand-tree.ts";
import * as build from "./build.ts";
import type { Call, Expression, Keyword } from "./tree.ts";
import { walk } from "./walk.ts";

/** How a wrapper's `*args` and `**kwargs` stand for the parameters of one function. */
export interface Forwarding {
  /** The function's parameters by name. */
  readonly parameters: readonly string[];
  /** Parameters of the wrapper itself, which take the names of the function's. */
  readonly own: ReadonlySet<string>;
  /** Whether the wrapper uses `args` or `kwargs` otherwise than to hand them on. */
  readonly looksAtArguments: boolean;
  /** The call with the parameters in place of `*args` and `**kwargs`; undefined where it has neither. */
  call(node: Call, func: string, plain: string): Expression | undefined;
  /** What a name of the wrapper's parameters stands for. */
  name(id: string): Expression | undefined;
}

/** Pairs the wrapper's parameters with the function's. Undefined where they do not match one to one. */
export function forwarded(wrapper: Definition, node: Definition): Forwarding | undefined {
  const { posonlyargs, args, vararg, kwonlyargs, kwarg } = node.args;
  const positional = [...posonlyargs, ...args];
  const leading = [...wrapper.args.posonlyargs, ...wrapper.args.args];
  const rest = wrapper.args.vararg?.arg;
  const named = wrapper.args.kwarg?.arg;
  if (wrapper.args.kwonlyargs.length > 0 || leading.length > positional.length) return undefined;
  if (rest === undefined && (leading.length !== positional.length || vararg)) return undefined;
  if (named === undefined && (kwonlyargs.length > 0 || kwarg)) return undefined;
  const meant = new Map(leading.map((parameter, position) => [parameter.arg, positional[position]!.arg]));
  const left = positional.slice(leading.length);
  const spread = (): readonly Expression[] => [
    ...left.map((parameter) => build.name(parameter.arg)),
    ...(vararg ? [build.starred(build.name(vararg.arg))] : []),
  ];
  const keywords = (): readonly Keyword[] => [
    ...kwonlyargs.map((parameter) => build.keyword(parameter.arg, build.name(parameter.arg))),
    ...(kwarg ? [build.keyword(undefined, build.name(kwarg.arg))] : []),
  ];
  const isRest = (value: Expression): boolean =>
    value.kind === "Starred" &&
    (value.value.kind === "Tuple" || (value.value.kind === "Name" && value.value.id === rest));
  return {
    parameters: parametersOf(node).map((parameter) => parameter.arg),
    own: new Set([...meant.keys(), ...(rest === undefined ? [] : [rest]), ...(named === undefined ? [] : [named])]),
    looksAtArguments: looksAt(wrapper, rest, named),
    name: (id) => {
      if (id === rest) return build.tuple(spread());
      if (id === named) return kwarg ? build.name(kwarg.arg) : build.dict([]);
      const parameter = meant.get(id);
      return parameter === undefined ? undefined : build.name(parameter);
    },
    call: (call, func, plain) => {
      const isFunction = call.func.kind === "Name" && (call.func.id === func || call.func.id === plain);
      const spreads = call.args.some(isRest);
      if (!spreads && !(isFunction && call.keywords.some((keyword) => keyword.arg === undefined))) return undefined;
      return {
        ...call,
        args: call.args.flatMap((value) => (isRest(value) ? spread() : [value])),
        keywords: call.keywords.flatMap((keyword) =>
          keyword.arg === undefined ? (isFunction ? keywords() : []) : [keyword],
        ),
      };
    },
  };
}

/** Whether the wrapper uses its tuple or dict of arguments itself. */
function looksAt(wrapper: Definition, rest: string | undefined, named: string | undefined): boolean {
  let found = false;
  for (const statement of wrapper.body)
    walk(statement, (node) => {
      if (node.kind === "Starred" && node.value.kind === "Name" && node.value.id === rest) return false;
      if (node.kind === "keyword" && node.arg === undefined && node.value.kind === "Name" && node.value.id === named)
        return false;
      if (node.kind === "Name" && (node.id === rest || node.id === named)) found = true;
      return true;
    });
  return found;
}
