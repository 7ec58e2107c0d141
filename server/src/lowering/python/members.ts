import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { Binding } from "../../types/binding.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import { lowerDefinition, pythonDocumentation } from "./functions.ts";

/** A method inside its class, with the decorator that says what kind of method it is. */
export function lowerMember(node: ir.Function, context: PythonLowerContext): readonly py.Statement[] {
  const isFromGo = node.symbol?.underlying !== undefined;
  const name = context.names.isFaithful ? node.name : context.member(node.name, undefined, "method");
  const receiver: readonly Binding[] = node.flavour === "static" ? [] : [node.receiver ?? implicitReceiver(node)];
  const documentation = isFromGo ? pythonDocumentation(node.documentation, node.name) : node.documentation;
  const definition = lowerDefinition(name, { ...node, documentation }, receiver, context);
  const decorators = decoratorsOf(node, name, context);
  if (node.flavour !== "abstract")
    return [{ ...definition, decoratorList: [...decorators, ...definition.decoratorList] }];
  const body = documentation ? [build.docstring(documentation)] : [build.expr(build.ellipsis())];
  return [{ ...definition, decoratorList: isFromGo ? [] : decorators, body }];
}

function implicitReceiver(node: ir.Function): Binding {
  return {
    name: "self",
    kind: "receiver",
    id: `${node.binding.id}.self`,
    type: { kind: "unknown" },
    captured: false,
    assignments: 1,
    reads: 0,
  };
}

function decoratorsOf(node: ir.Function, name: string, context: PythonLowerContext): readonly py.Expression[] {
  switch (node.flavour) {
    case "class":
      return [build.name("classmethod")];
    case "static":
      return [build.name("staticmethod")];
    case "property":
      return [build.name("property")];
    case "setter":
      return [build.attribute(build.name(name), "setter")];
    case "abstract":
      return [context.imported("abc", "abstractmethod")];
    default:
      return [];
  }
}
