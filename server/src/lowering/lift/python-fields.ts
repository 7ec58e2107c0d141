import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { ConstructorParameter } from "../../python/analysis-api.ts";
import type * as py from "../../python/tree.ts";
import type { Type } from "../../types/type.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { applyFunction } from "./python-apply.ts";

/** The value that a default factory makes, as an expression to be evaluated for each instance. */
export function factoryValue(factory: py.Expression, type: Type, context: PythonLiftContext): ir.Expression {
  if (factory.kind === "Lambda") return context.coerced(factory.body, type);
  const made = factory.kind === "Name" ? factory.id : undefined;
  if (made === "list" && type.kind === "list") return expression("ListLiteral", type, { elements: [] });
  if (made === "set" && type.kind === "set") return expression("SetLiteral", type, { elements: [] });
  if ((made === "dict" || made === "OrderedDict") && type.kind === "dict")
    return expression("DictLiteral", type, { entries: [] });
  return context.coerce(applyFunction(factory, [], context).result, type);
}

/** The parameters of a constructor that is made from fields, with their defaults lifted. */
export function recordParameters(
  fields: readonly ConstructorParameter[],
  context: PythonLiftContext,
): readonly ir.RecordParameter[] {
  return fields.map(({ name, type, initOnly, default: value, factory }) => ({
    name,
    type,
    initOnly,
    ...(value ? { defaultValue: context.coerced(value, type) } : {}),
    ...(factory ? { defaultFactory: factoryValue(factory, type, context) } : {}),
  }));
}
