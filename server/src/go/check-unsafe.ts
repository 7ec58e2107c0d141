import { byteType, noneType, stringType, unknownType } from "../types/build.ts";
import type { Type } from "../types/type.ts";
import { assign } from "./check-assignable.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { isValidIndex } from "./check-index.ts";
import { expressionText } from "./check-messages.ts";
import { coreType } from "./check-types.ts";
import { singleValue } from "./check-operand.ts";
import type { CallExpr } from "./tree.ts";

/** `unsafe.Pointer`: a pointer to nothing in particular. */
export const unsafePointer: Type = { kind: "pointer", target: noneType };

const sizeType: Type = { kind: "int", size: "pointer", signed: false };

/** A call of a function of package unsafe. Sizes are constants whose value is left open. */
export function checkUnsafe(check: Checker, node: CallExpr, name: string): Operand {
  const wanted = name === "Add" || name === "Slice" || name === "String" ? 2 : 1;
  const args = node.args.map((argument) => singleValue(check, argument));
  if (args.length !== wanted) {
    check.error(
      node,
      "argument-count",
      `${args.length < wanted ? "not enough" : "too many"} arguments for ${expressionText(node)} (expected ${wanted}, found ${args.length})`,
    );
    return invalid(node);
  }
  const [first, second] = args as [Operand, Operand | undefined];
  switch (name) {
    case "Add":
      assign(check, first, unsafePointer, "argument to unsafe.Add");
      isValidIndex(check, second!, undefined, true);
      return valueOf(node, unsafePointer);
    case "Alignof":
    case "Sizeof":
    case "Offsetof":
      assign(check, first, undefined, `argument to unsafe.${name}`);
      return { node, mode: "constant", type: sizeType, value: { kind: "unknown" } };
    case "Slice": {
      isValidIndex(check, second!, undefined);
      const pointer = coreType(first.type);
      return valueOf(node, { kind: "list", element: pointer?.kind === "pointer" ? pointer.target : unknownType });
    }
    case "SliceData": {
      const slice = coreType(first.type);
      return valueOf(node, { kind: "pointer", target: slice?.kind === "list" ? slice.element : unknownType });
    }
    case "String":
      assign(check, first, { kind: "pointer", target: byteType }, "argument to unsafe.String");
      isValidIndex(check, second!, undefined);
      return valueOf(node, stringType);
    case "StringData":
      assign(check, first, stringType, "argument to unsafe.StringData");
      return valueOf(node, { kind: "pointer", target: byteType });
    default:
      return invalid(node);
  }
}
