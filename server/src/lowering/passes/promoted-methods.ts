import { expression, localBinding, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import { stringType } from "../../types/build.ts";
import { methodSet, type SetMethod } from "../../types/method-set.ts";
import type { NamedType } from "../../types/type.ts";
import { isErrorType } from "../error-results.ts";
import type { Pass, PassContext } from "./pass.ts";

/** A struct of Go has the methods of what it embeds; in Python those that an interface asks for are methods of one line. */
export const promotedMethodsPass: Pass = {
  name: "promoted-methods",
  reason: "A value is used through an interface, and the class of Python has only the methods that are written in it.",
  from: "go",
  to: "python",
  run: (declarations, context) => declarations.map((declaration) => withPromoted(declaration, context)),
};

/** Methods that Go's library asks values for: `fmt`, `errors`, `sort`, `container/heap`, `encoding/json`. */
const askedByLibrary: ReadonlySet<string> = new Set([
  "String",
  "Error",
  "Unwrap",
  "Is",
  "Len",
  "Less",
  "Swap",
  "Push",
  "Pop",
  "MarshalJSON",
]);

function withPromoted<N extends ir.Declaration>(node: N, context: PassContext): N {
  if (node.kind !== "Record" || !node.fields.some((field) => field.embedded === true)) return node;
  const type: NamedType = { kind: "named", symbol: node.symbol, arguments: node.symbol.typeParameters };
  const promoted = [...methodSet(type)].filter(
    ([name, { path, owner }]) =>
      path.length > 0 &&
      owner.module !== "sync" &&
      (askedByLibrary.has(name) || context.facts.isAskedMethod(name)) &&
      (owner.module === "" || owner.form === "interface"),
  );
  if (promoted.length === 0) return node;
  return { ...node, methods: [...node.methods, ...promoted.map(([, method]) => delegate(node, type, method))] };
}

/** `def name(self, x): return self.inner.name(x)` */
function delegate(node: ir.Record, type: NamedType, { signature, owner, path }: SetMethod): ir.Function {
  const { name } = signature;
  const id = `${node.symbol.name}.${name}`;
  const receiver: Binding = { ...localBinding("self", type, `${id}/self`), kind: "receiver" };
  const held = path.reduce<ir.Expression>(
    (object, field) => expression("Field", field.type, { object, name: field.name, member: "embedded" }),
    variable(receiver),
  );
  const parameters = signature.type.parameters.map((parameter, position): ir.Parameter => {
    const wish = parameter.name === undefined || parameter.name === "_" ? `arg${position + 1}` : parameter.name;
    return {
      binding: { ...localBinding(wish, parameter.type, `${id}/${position}`), kind: "parameter" },
      type: parameter.type,
      kind: parameter.kind === "variadic" ? "variadic" : "positional",
    };
  });
  const { result } = signature.type;
  const call: ir.Expression =
    name === "Error" && isErrorType(held.type)
      ? expression("Convert", stringType, { operand: held })
      : expression("MethodCall", result, {
          receiver: held,
          method: name,
          symbol: owner,
          arguments: parameters.map(({ binding, kind }) => ({
            value: variable(binding),
            ...(kind === "variadic" ? { spread: "positional" as const } : {}),
          })),
        });
  const body: ir.Statement =
    result.kind === "none"
      ? { sort: "statement", kind: "ExpressionStatement", expression: call }
      : { sort: "statement", kind: "Return", value: call };
  const { origin } = node;
  return {
    sort: "declaration",
    kind: "Function",
    binding: { ...localBinding(name, signature.type, id), kind: "function" },
    name,
    typeParameters: [],
    parameters,
    result,
    body: [body],
    flavour: "instance",
    receiver,
    pointerReceiver: true,
    symbol: node.symbol,
    isAsync: false,
    isGenerator: false,
    decorators: [],
    several: result.kind === "tuple",
    ...(origin ? { origin } : {}),
  };
}
