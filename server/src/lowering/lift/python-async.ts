import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import { floatType } from "../../types/build.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** The path of the library function that a call calls, such as "asyncio.run". */
function libraryPath(node: py.Call, context: PythonLiftContext): string | undefined {
  const target = context.analysis.callOf(node);
  return target?.kind === "library" ? target.name : undefined;
}

/** Lifts `await`. */
export function liftAwait(node: py.Await, context: PythonLiftContext): ir.Expression {
  const operand = context.expression(node.value);
  const type = operand.type.kind === "awaitable" ? operand.type.result : context.typeOf(node);
  return expression("Await", type, { operand });
}

/** Lifts the calls of `asyncio` that start and await coroutines; undefined for every other call. */
export function liftAsyncioCall(node: py.Call, context: PythonLiftContext): ir.Expression | undefined {
  const path = libraryPath(node, context);
  const [first] = node.args;
  switch (path) {
    case "asyncio.run": {
      if (!first || node.args.length > 1) return undefined;
      const operand = context.expression(first);
      return expression("Await", operand.type.kind === "awaitable" ? operand.type.result : context.typeOf(node), {
        operand,
        entry: true,
      });
    }
    case "asyncio.sleep":
    case "time.sleep":
      if (!first || node.args.length > 1 || node.keywords.length > 0) return undefined;
      return expression("Sleep", context.typeOf(node), {
        seconds: seconds(first, context),
        blocks: path === "time.sleep",
      });
    case "asyncio.gather":
      return liftGather(node, context);
    case "asyncio.create_task":
    case "asyncio.ensure_future":
      if (!first || node.args.length > 1) return undefined;
      return expression("StartTask", context.typeOf(node), { operand: context.expression(first) });
    default:
      return undefined;
  }
}

function seconds(node: py.Expression, context: PythonLiftContext): ir.Expression {
  const value = context.expression(node);
  return value.kind === "IntegerLiteral" ? value : context.coerce(value, floatType);
}

function liftGather(node: py.Call, context: PythonLiftContext): ir.Expression {
  const collects = node.keywords.find((keyword) => keyword.arg === "return_exceptions");
  if (node.keywords.some((keyword) => keyword !== collects))
    throw new Untranslatable("gather-arguments", "These arguments of `asyncio.gather` are not translated.");
  const returnErrors =
    collects !== undefined &&
    !(collects.value.kind === "Constant" && collects.value.value.type === "bool" && !collects.value.value.value);
  const operands = node.args.map((argument): ir.Expression => {
    if (argument.kind !== "Starred") return context.expression(argument);
    const operand = context.expression(argument.value);
    return expression("Spread", operand.type, { operand });
  });
  return expression("Gather", context.typeOf(node), { operands, returnErrors });
}
