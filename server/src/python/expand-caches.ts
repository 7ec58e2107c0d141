import { placed, docstringOf, type Definition } from "./expand-tree.ts";
import type { ExpansionEnvironment } from "./expand-environment.ts";
import * as build from "./build.ts";
import type { Expression, Statement } from "./tree.ts";

/*
 * `@functools.cache` and `@lru_cache` written out: a dict of results, the function that looks there first, and the function that computes. How many
 * results are kept at most changes no result.
 */

/** The function as it is without the decorator that remembers its results; undefined where it has none. */
export function expandCache(
  node: Definition,
  decorator: Expression,
  environment: ExpansionEnvironment,
  attributes: Map<string, string>,
): readonly Statement[] | undefined {
  const path = environment.pathOf(decorator.kind === "Call" ? decorator.func : decorator);
  if (path !== "functools.cache" && path !== "functools.lru_cache") return undefined;
  const { posonlyargs, args, kwonlyargs, vararg, kwarg } = node.args;
  const parameters = [...posonlyargs, ...args, ...kwonlyargs];
  if (vararg || kwarg || node.kind === "AsyncFunctionDef" || parameters.length === 0) return undefined;
  const taken = new Set(parameters.map((parameter) => parameter.arg));
  const name = (wish: string): string => (taken.has(wish) ? `${wish}_value` : wish);
  const cache = environment.fresh(`${node.name}_cache`);
  const compute = environment.fresh(`compute_${node.name}`);
  attributes.set(`${node.name}.cache_clear`, `${cache}.clear`);
  const [only, ...others] = parameters.map((parameter) => build.name(parameter.arg));
  const [result, key] = [name("result"), name("key")];
  const isPair = others.length > 0;
  const lookup: Expression = isPair ? build.name(key) : only!;
  const body: Statement[] = [
    ...(isPair ? [build.assign(build.name(key), build.tuple([only!, ...others]))] : []),
    build.ifStatement(build.compare(lookup, "In", build.name(cache)), [
      build.returnStatement(build.subscript(build.name(cache), lookup)),
    ]),
    build.assign(
      build.name(result),
      build.call(
        compute,
        [...posonlyargs, ...args].map((parameter) => build.name(parameter.arg)),
        kwonlyargs.map((parameter) => build.keyword(parameter.arg, build.name(parameter.arg))),
      ),
    ),
    build.assign(build.subscript(build.name(cache), lookup), build.name(result)),
    build.returnStatement(build.name(result)),
  ];
  const documentation = docstringOf(node);
  const { leading, trailing: _trailing, inner: _inner, blankBefore, decoratorList: _decorators, ...bare } = node;
  const plain = { args: withoutDefaults(node.args), returns: node.returns };
  const made: readonly Statement[] = [
    build.assign(build.name(cache), build.dict([])),
    {
      ...bare,
      ...plain,
      name: compute,
      decoratorList: [],
      blankBefore: true,
      body: node.body.filter((one) => one !== documentation),
    },
    {
      ...bare,
      decoratorList: node.decoratorList.filter((one) => one !== decorator),
      body: documentation ? [documentation, ...body] : body,
      blankBefore: true,
    },
  ];
  const [first, ...rest] = made.map((statement) => placed(statement, decorator.span));
  return [
    { ...first!, ...(leading ? { leading } : {}), ...(blankBefore === undefined ? {} : { blankBefore }) },
    ...rest,
  ];
}

/** The parameters of the function that computes: it is always given all of them. */
function withoutDefaults(args: Definition["args"]): Definition["args"] {
  const plain = (list: Definition["args"]["args"]): Definition["args"]["args"] =>
    list.map(({ default: _default, ...arg }) => ({ ...arg }));
  return { ...args, posonlyargs: plain(args.posonlyargs), args: plain(args.args), kwonlyargs: plain(args.kwonlyargs) };
}
