import type { Operand } from "./checker.ts";
import type { Constant } from "./constants.ts";
import { toInteger, toNumber, toRational } from "./constants.ts";
import { showGoType } from "./check-show.ts";
import { isUntypedNil } from "./check-types.ts";
import type { Expr } from "./tree.ts";

/** The expression in short, for messages; long literals and function bodies are left out. */
export function expressionText(node: Expr, depth = 0): string {
  if (depth > 8) return "…";
  const text = (inner: Expr): string => expressionText(inner, depth + 1);
  switch (node.kind) {
    case "Ident":
      return node.name;
    case "BasicLit":
      return node.raw;
    case "SelectorExpr":
      return `${text(node.x)}.${node.sel.name}`;
    case "CallExpr":
      return `${text(node.fun)}(${node.args.map(text).join(", ")}${node.ellipsis ? "..." : ""})`;
    case "IndexExpr":
      return `${text(node.x)}[${text(node.index)}]`;
    case "IndexListExpr":
      return `${text(node.x)}[${node.indices.map(text).join(", ")}]`;
    case "SliceExpr":
      return `${text(node.x)}[${node.low ? text(node.low) : ""}:${node.high ? text(node.high) : ""}${node.max ? `:${text(node.max)}` : ""}]`;
    case "StarExpr":
      return `*${text(node.x)}`;
    case "UnaryExpr":
      return `${node.op}${text(node.x)}`;
    case "BinaryExpr":
      return `${text(node.x)} ${node.op} ${text(node.y)}`;
    case "ParenExpr":
      return `(${text(node.x)})`;
    case "TypeAssertExpr":
      return `${text(node.x)}.(${node.type ? text(node.type) : "type"})`;
    case "CompositeLit":
      return `${node.type ? text(node.type) : ""}{…}`;
    case "FuncLit":
      return "func literal";
    case "KeyValueExpr":
      return `${text(node.key)}: ${text(node.value)}`;
    case "ArrayType":
      return `[${node.len ? text(node.len) : ""}]${text(node.elt)}`;
    case "MapType":
      return `map[${text(node.key)}]${text(node.value)}`;
    case "ChanType":
      return `${node.dir === "receive" ? "<-chan" : node.dir === "send" ? "chan<-" : "chan"} ${text(node.value)}`;
    case "StructType":
      return "struct{…}";
    case "FuncType":
      return "func(…)";
    case "InterfaceType":
      return "interface{…}";
    case "Ellipsis":
      return `...${node.elt ? text(node.elt) : ""}`;
    case "BadExpr":
      return node.text;
  }
}

/** What an operand is, as the Go compiler puts it: `variable of type int`. */
export function describe(operand: Operand): string {
  const type = showGoType(operand.type);
  if (isUntypedNil(operand.type)) return "untyped nil";
  switch (operand.mode) {
    case "constant": {
      const value = operand.value === undefined ? undefined : showConstant(operand.value);
      const shown = value === undefined || value === expressionText(operand.node) ? "" : ` ${value}`;
      return operand.type.kind === "untyped" ? `${type} constant${shown}` : `constant${shown} of type ${type}`;
    }
    case "variable":
      return `variable of type ${type}`;
    case "map index":
      return `map index expression of type ${type}`;
    case "commaOk":
      return `comma, ok expression of type ${type}`;
    default:
      return operand.type.kind === "untyped" ? `${type} value` : `value of type ${type}`;
  }
}

function showConstant(value: Constant): string | undefined {
  switch (value.kind) {
    case "bool":
      return String(value.value);
    case "string":
      return typeof value.value === "string" && value.value.length < 40 ? JSON.stringify(value.value) : undefined;
    default: {
      const integer = toInteger(value);
      if (integer !== undefined) return integer.toString().length < 40 ? integer.toString() : undefined;
      const fraction = toRational(value);
      return fraction && String(toNumber(fraction));
    }
  }
}
