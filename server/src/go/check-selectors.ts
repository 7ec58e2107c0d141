import type { FunctionType, Type } from "../types/type.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { entityOperand } from "./check-entities.ts";
import { underlying } from "./check-identity.ts";
import { lookupMember } from "./check-lookup.ts";
import type { Found } from "./check-lookup.ts";
import { expressionText } from "./check-messages.ts";
import { packageOf, selectFromPackage } from "./check-names.ts";
import { requireValue } from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import { dereference, isInterface, isParameter, isUntypedNil } from "./check-types.ts";
import type { SelectorExpr } from "./tree.ts";

/** `x.sel`: a name of a package, a field, a method, or a method expression. */
export function checkSelector(check: Checker, node: SelectorExpr): Operand {
  const imported = packageOf(check, node.x, node.sel.name);
  if (imported !== undefined) {
    const found = selectFromPackage(check, node, imported);
    if (found === undefined) return invalid(node);
    const operand = entityOperand(check, node, found);
    if (operand.mode === "builtin") operand.builtin = `${imported.path}.${found.name}`;
    return operand;
  }
  const x = check.expression(node.x);
  if (x.mode !== "type") requireValue(check, x);
  if (x.mode === "invalid" || node.sel.name === "") return invalid(node);
  if (node.sel.name === "_") {
    check.error(node.sel, "missing-field", "cannot refer to blank field or method");
    return invalid(node);
  }
  if (isUntypedNil(x.type)) {
    check.error(node.x, "invalid-operation", "invalid use of nil");
    return invalid(node);
  }
  return x.mode === "type" ? methodExpression(check, node, x) : memberOf(check, node, x);
}

function find(check: Checker, node: SelectorExpr, x: Operand): Found | undefined {
  const found = lookupMember(x.type, node.sel.name, check.packagePath);
  if (typeof found === "object") return found;
  if (found === "ambiguous") check.error(node.sel, "ambiguous-selector", `ambiguous selector ${expressionText(node)}`);
  else if (found === undefined)
    check.error(node.sel, "missing-field", `${expressionText(node)} undefined (${explain(x.type, node.sel.name)})`);
  return undefined;
}

function explain(type: Type, name: string): string {
  const { type: target, pointer } = dereference(type);
  if (pointer && isInterface(target)) return `type ${showGoType(type)} is pointer to interface, not interface`;
  if (pointer && isParameter(target))
    return `type ${showGoType(type)} is pointer to type parameter, not type parameter`;
  return `type ${showGoType(type)} has no field or method ${name}`;
}

function remember(check: Checker, node: SelectorExpr, found: Found, kind: "field" | "method" | "methodExpr"): void {
  if (!check.context.recording) return;
  const { path, indirect, symbol, field, method } = found;
  const declaration =
    method === undefined || symbol === undefined ? undefined : check.methodDeclaration(symbol, found.name);
  if (declaration !== undefined) check.context.references?.add(declaration);
  check.facts.selections.set(node, { kind, path, indirect, symbol, field, method });
}

function methodExpression(check: Checker, node: SelectorExpr, x: Operand): Operand {
  const found = find(check, node, x);
  if (found === undefined) return invalid(node);
  if (found.kind !== "method") {
    check.error(
      node.sel,
      "missing-method",
      `${expressionText(node)} undefined (type ${showGoType(x.type)} has no method ${node.sel.name})`,
    );
    return invalid(node);
  }
  const method = found.method!;
  if (method.pointerReceiver && !found.indirect && !found.abstract) {
    check.error(
      node.sel,
      "missing-method",
      `invalid method expression ${expressionText(node)} (needs pointer receiver (*${showGoType(x.type)}).${node.sel.name})`,
    );
    return invalid(node);
  }
  remember(check, node, found, "methodExpr");
  const signature: FunctionType = { ...method.type, parameters: [{ type: x.type }, ...method.type.parameters] };
  return valueOf(node, signature);
}

function memberOf(check: Checker, node: SelectorExpr, x: Operand): Operand {
  const found = find(check, node, x);
  if (found === undefined) return invalid(node);
  remember(check, node, found, found.kind);
  if (found.kind === "field") {
    const type = found.field!.type;
    const addressable = x.mode === "variable" || found.indirect;
    if (type.kind === "unknown") return invalid(node);
    return { node, mode: addressable ? "variable" : "value", type };
  }
  const method = found.method!;
  if (
    method.pointerReceiver &&
    !found.indirect &&
    !found.abstract &&
    x.mode !== "variable" &&
    underlying(x.type).kind !== "pointer"
  ) {
    check.error(node, "not-addressable", `cannot call pointer method ${node.sel.name} on ${showGoType(x.type)}`);
    return invalid(node);
  }
  return valueOf(node, method.type);
}
