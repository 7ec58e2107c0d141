import { variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { TypeSymbol } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { isVirtualAttribute } from "./class-attributes.ts";
import { lineageOf } from "./class-layout.ts";

/*
 * Class attributes of exceptions that derived classes change, such as a status code. An error is found by the struct of its base, which knows nothing of
 * the derived class: the struct of the outermost class keeps the value in a field, and whoever makes an error sets it.
 */

/** The value that a class gives to an attribute. */
export interface ClassValue {
  readonly name: string;
  readonly value: ir.Expression;
  /** The class that gives it. */
  readonly owner: TypeSymbol;
}

/** Whether the struct of this class is the one that keeps the attribute in a field. */
export function keepsAttribute(symbol: TypeSymbol, name: string, context: GoLowerContext): boolean {
  const declaring = lineageOf(symbol).filter((owner) => declares(owner, name, context));
  return declaring.at(-1) === symbol && isVirtualAttribute(symbol, name, context);
}

/** The values of the attributes that are kept in fields, as an object of the class has them. */
export function classValues(symbol: TypeSymbol, context: GoLowerContext): readonly ClassValue[] {
  const found = new Map<string, ClassValue>();
  for (const owner of lineageOf(symbol))
    for (const name of context.facts.shapeOf(owner)?.classAttributes ?? [])
      if (!found.has(name) && isVirtualAttribute(owner, name, context))
        found.set(name, { name, owner, value: attributeOf(owner, name, context) });
  return [...found.values()];
}

/** Those that the class itself declares: what its constructor sets. */
export function overriddenAttributes(symbol: TypeSymbol, context: GoLowerContext): readonly ClassValue[] {
  const inner = lineageOf(symbol).slice(1);
  const isMade = inner.some((owner) => context.facts.shapeOf(owner)?.hasConstructor === true);
  return classValues(symbol, context).filter(({ owner }) => !isMade || owner === symbol);
}

function declares(symbol: TypeSymbol, name: string, context: GoLowerContext): boolean {
  return context.facts.shapeOf(symbol)?.classAttributes.includes(name) === true;
}

/** The variable of the package that holds the value. */
function attributeOf(owner: TypeSymbol, name: string, context: GoLowerContext): ir.Expression {
  const type = owner.fields.get(name)?.type ?? { kind: "unknown" };
  return {
    sort: "expression",
    kind: "Field",
    object: variable(
      {
        name: context.names.typeName(owner),
        kind: "type",
        id: `class/${owner.name}`,
        type: { kind: "class", instance: { kind: "named", symbol: owner, arguments: [] } },
        captured: false,
        assignments: 1,
        reads: 1,
      },
      { kind: "class", instance: { kind: "named", symbol: owner, arguments: [] } },
    ),
    name,
    member: "classAttribute",
    type,
  };
}
