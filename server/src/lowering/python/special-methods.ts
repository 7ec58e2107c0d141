import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { PythonLowerContext } from "../lower-context.ts";

const binary: Readonly<Record<string, py.BinaryOperator>> = {
  __add__: "Add",
  __sub__: "Sub",
  __mul__: "Mult",
  __matmul__: "MatMult",
  __truediv__: "Div",
  __floordiv__: "FloorDiv",
  __mod__: "Mod",
  __pow__: "Pow",
  __lshift__: "LShift",
  __rshift__: "RShift",
  __and__: "BitAnd",
  __or__: "BitOr",
  __xor__: "BitXor",
};
const comparisons: Readonly<Record<string, py.CompareOperator>> = {
  __eq__: "Eq",
  __ne__: "NotEq",
  __lt__: "Lt",
  __le__: "LtE",
  __gt__: "Gt",
  __ge__: "GtE",
};
const unary: Readonly<Record<string, py.UnaryOperator>> = { __neg__: "USub", __pos__: "UAdd", __invert__: "Invert" };
const builtins: Readonly<Record<string, string>> = {
  __str__: "str",
  __repr__: "repr",
  __len__: "len",
  __abs__: "abs",
  __iter__: "iter",
  __next__: "next",
};

/** The operator or builtin by which Python programs call a special method; undefined for all other methods. */
export function specialToPython(node: ir.MethodCall, context: PythonLowerContext): py.Expression | undefined {
  if (node.viaSuper === true || node.arguments.some((argument) => argument.spread)) return undefined;
  const lower = (): readonly [py.Expression, ...py.Expression[]] =>
    context.expressions([node.receiver, ...node.arguments.map((argument) => argument.value)]) as [
      py.Expression,
      ...py.Expression[],
    ];
  const { method } = node;
  const count = node.arguments.length;
  if (count === 0 && unary[method]) return build.unaryOp(unary[method], lower()[0]);
  if (count === 0 && builtins[method]) return build.call(build.name(builtins[method]), [...lower()]);
  if (method === "__call__") {
    const [object, ...args] = lower();
    return build.call(object, args);
  }
  if (count !== 1) return undefined;
  const reflected = method.startsWith("__r") ? binary[`__${method.slice(3)}`] : undefined;
  const operator = binary[method];
  const comparison = comparisons[method];
  if (!operator && !comparison && !reflected && method !== "__getitem__" && method !== "__contains__") return undefined;
  const [object, argument] = lower() as [py.Expression, py.Expression];
  if (operator) return build.binOp(object, operator, argument);
  if (reflected) return build.binOp(argument, reflected, object);
  if (comparison) return build.compare(object, comparison, argument);
  return method === "__getitem__" ? build.subscript(object, argument) : build.compare(argument, "In", object);
}
