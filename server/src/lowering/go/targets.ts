import type * as go from "../../go/tree.ts";
import { integerValue } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { ensuredPlace } from "./ordered-maps.ts";
import { binary, call, ident, index, integer } from "./syntax.ts";

/** A place that Go can assign to. Throws Untranslatable for what is none in Go. */
export function lowerTarget(node: ir.Expression, context: GoLowerContext): go.Expr {
  switch (node.kind) {
    case "Variable":
      return ident(node.binding.name === "_" ? "_" : context.name(node.binding));
    case "Lookup": {
      const [map, key] = context.expressions([node.map, node.key]);
      return context.facts.isOrdered(node.map.type) ? ensuredPlace(map!, key!, context) : index(map!, key!);
    }
    case "Index":
      return lowerElement(node, context);
    case "Field":
      if (node.member === "property")
        throw new Untranslatable(
          "property-assignment",
          `Assigning to the property \`${node.name}\` is not translated; Go programs call a method such as \`SetX\`.`,
        );
      return place(context.expression(node));
    case "Slice":
      throw new Untranslatable(
        "slice-assignment",
        "Assigning to a slice replaces several elements at once; Go programs build a new slice with `slices.Replace`.",
      );
    default:
      return place(context.expression(node));
  }
}

function place(lowered: go.Expr): go.Expr {
  switch (lowered.kind) {
    case "Ident":
    case "SelectorExpr":
    case "IndexExpr":
    case "StarExpr":
      return lowered;
    case "ParenExpr":
      return place(lowered.x);
    default:
      throw new Untranslatable("assignment-target", "This place cannot be assigned to in Go.");
  }
}

function lowerElement(node: ir.Index, context: GoLowerContext): go.Expr {
  if (node.object.type.kind === "string" || node.object.type.kind === "tuple") {
    throw new Untranslatable(
      "assignment-target",
      "Strings and tuples cannot be changed; Go programs build a new value.",
    );
  }
  const position = integerValue(node.index);
  const [object, at] = context.expressions([node.object, node.index]);
  if (!node.wraps) return index(object!, at!);
  if (position !== undefined && position >= 0n) return index(object!, at!);
  const stable =
    object!.kind === "Ident" || object!.kind === "SelectorExpr" ? object : context.temporary("list", object!);
  if (position !== undefined) return index(stable, binary(call("len", stable), "-", integer(-position)));
  return index(stable, call(context.helper("wrapIndex"), at!, call("len", stable)));
}

/** Whether evaluating the place runs code that could see, or change, what is being assigned. */
export function isPlainTarget(node: ir.Expression): boolean {
  switch (node.kind) {
    case "Variable":
      return true;
    case "Field":
      return node.member !== "property" && isPlainOperand(node.object);
    case "Index":
      return isPlainOperand(node.object) && isPlainOperand(node.index);
    case "Lookup":
      return isPlainOperand(node.map) && isPlainOperand(node.key);
    case "Dereference":
      return isPlainOperand(node.operand);
    default:
      return false;
  }
}

function isPlainOperand(node: ir.Expression): boolean {
  switch (node.kind) {
    case "Variable":
    case "IntegerLiteral":
    case "StringLiteral":
    case "BooleanLiteral":
    case "CharacterLiteral":
      return true;
    case "Arithmetic":
    case "Remainder":
    case "IntegerDivide":
    case "Bitwise":
      return isPlainOperand(node.left) && isPlainOperand(node.right);
    case "Negate":
    case "Cast":
    case "Convert":
    case "Length":
    case "Ordinal":
    case "Dereference":
    case "DictEntries":
      return isPlainOperand(node.operand);
    case "TupleLiteral":
      return node.elements.every(isPlainOperand);
    default:
      return isPlainTarget(node);
  }
}
