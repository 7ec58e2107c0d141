import type * as ir from "../ir/node.ts";

/** The operands that the node keeps in something that lives on. */
export function storedIn(node: ir.Node): readonly ir.Expression[] {
  switch (node.kind) {
    case "ListLiteral":
    case "TupleLiteral":
    case "SetLiteral":
      return node.elements;
    case "DictLiteral":
      return node.entries.map((entry) => entry.value);
    case "ListAppend":
    case "Appended":
      return node.elements;
    case "ListInsert":
      return [node.element];
    case "DictSetDefault":
      return [node.fallback];
    case "New":
      return node.arguments.map((argument) => argument.value);
    case "RecordLiteral":
      return node.fields.map((field) => field.value);
    case "Yield":
      return node.operand ? [node.operand] : [];
    default:
      return [];
  }
}
