import type * as go from "../../go/tree.ts";
import type { Comment } from "../../base/syntax-node.ts";
import { tuple, variable } from "../../ir/build.ts";
import { mapBodies, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import { noneType, tupleOf } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { coerceGo } from "../coerce-go.ts";
import { decorationOf } from "../decoration.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { typeParametersOf } from "./python-functions.ts";

/** The parameters, result and body of a function declaration or literal. */
interface Parts {
  readonly parameters: readonly ir.Parameter[];
  readonly result: Type;
  readonly results: readonly Binding[];
  readonly body: Body;
}

function partsOf(type: go.FuncType, block: go.BlockStmt | undefined, context: GoLiftContext): Parts {
  const parameters = type.params.list.flatMap((field, position) => parametersOf(field, position, context));
  const resultTypes = (type.results?.list ?? []).flatMap((field) =>
    Array.from({ length: Math.max(1, field.names.length) }, () => context.typeOf(field.type)),
  );
  const result =
    resultTypes.length === 0 ? noneType : resultTypes.length === 1 ? resultTypes[0]! : tupleOf(resultTypes);
  const results = (type.results?.list ?? []).flatMap((field) =>
    field.names.map((name) => resultBinding(name, field, context)),
  );
  const body = namedReturns(coercedReturns(context.statements(block?.list ?? []), resultTypes), results);
  return { parameters, result, results, body };
}

function parametersOf(field: go.Field, position: number, context: GoLiftContext): readonly ir.Parameter[] {
  const isVariadic = field.type.kind === "Ellipsis";
  const type =
    isVariadic && field.type.kind === "Ellipsis" && field.type.elt
      ? context.typeOf(field.type.elt)
      : context.typeOf(field.type);
  const kind = isVariadic ? "variadic" : "positional";
  const origin = context.origin(field);
  if (field.names.length === 0) return [{ binding: unnamed(`unused${position}`, type, field), type, kind, origin }];
  return field.names.map((name, i) => ({
    binding: name.name === "_" ? unnamed(`unused${position + i}`, type, name) : context.bindingOf(name),
    type,
    kind,
    origin,
  }));
}

function unnamed(name: string, type: Type, node: go.GoNode): Binding {
  return { name, kind: "parameter", id: `${name}@${node.span.start}`, type, captured: false, assignments: 1, reads: 0 };
}

function resultBinding(name: go.Ident, field: go.Field, context: GoLiftContext): Binding {
  return name.name === "_" ? unnamed("unnamed", context.typeOf(field.type), name) : context.bindingOf(name);
}

/** The values of `return` take the types of the results: untyped nil, interfaces, copies. */
function coercedReturns(body: Body, types: readonly Type[]): Body {
  return body.map((statement): ir.Statement => {
    if (statement.kind !== "Return") return mapBodies(statement, (inner) => coercedReturns(inner, types));
    const { value } = statement;
    if (value === undefined) return statement;
    if (types.length === 1) return { ...statement, value: coerceGo(value, types[0]!) };
    if (value.kind !== "TupleLiteral" || value.elements.length !== types.length) return statement;
    return {
      ...statement,
      value: tuple(value.elements.map((element, position) => coerceGo(element, types[position]!))),
    };
  });
}

/** A bare `return` gives the present values of the named results. */
function namedReturns(body: Body, results: readonly Binding[]): Body {
  if (results.length === 0) return body;
  const value = results.length === 1 ? variable(results[0]!) : tuple(results.map((binding) => variable(binding)));
  return body.map((statement): ir.Statement => {
    if (statement.kind === "Return") return statement.value === undefined ? { ...statement, value } : statement;
    return mapBodies(statement, (inner) => namedReturns(inner, results));
  });
}

/** Lifts a function or method of the program. */
export function liftGoFunction(node: go.FuncDecl, context: GoLiftContext): ir.Function {
  const { parameters, result, results, body } = partsOf(node.type, node.body, context);
  const receiverField = node.recv?.list[0];
  const [receiverName] = receiverField?.names ?? [];
  const receiver =
    receiverName && receiverName.name !== "_"
      ? context.bindingOf(receiverName)
      : receiverField
        ? { ...unnamed("self", context.typeOf(receiverField.type), node), kind: "receiver" as const }
        : undefined;
  return {
    sort: "declaration",
    kind: "Function",
    binding: context.analysis.bindingOf(node.name) ?? unnamed(node.name.name, { kind: "unknown" }, node),
    name: node.name.name,
    typeParameters: receiverField
      ? []
      : typeParametersOf([
          ...parameters.map((parameter) => parameter.type),
          result,
          ...declaredTypeParameters(node.type, context),
        ]),
    parameters,
    result,
    ...(results.length > 0 ? { results } : {}),
    body,
    flavour: receiver ? "instance" : "function",
    ...(receiver ? { receiver, pointerReceiver: receiverField?.type.kind === "StarExpr" } : {}),
    isAsync: false,
    isGenerator: false,
    decorators: [],
    several: result.kind === "tuple",
    documentation: documentationOf(node),
    ...withoutDocumentation(node),
    ...(node.body?.inner && node.body.inner.length > 0 ? { innerComments: { inner: node.body.inner } } : {}),
  };
}

function declaredTypeParameters(type: go.FuncType, context: GoLiftContext): readonly Type[] {
  return (type.typeParams?.list ?? []).flatMap((field) =>
    field.names.map((name): Type => {
      const known = context.typeOf(name);
      return known.kind === "parameter"
        ? known
        : { kind: "parameter", name: name.name, constraint: context.typeOf(field.type) };
    }),
  );
}

/** The comment that stands right above a declaration is its documentation. */
export function documentationOf(node: go.FuncDecl): string | undefined {
  const comments = documentingComments(node);
  return comments.length === 0 ? undefined : comments.map((comment) => comment.text).join("\n");
}

/** The last comments above the function, up to a blank line or a directive. */
function documentingComments(node: go.FuncDecl): readonly Comment[] {
  const run: Comment[] = [];
  for (const comment of [...(node.leading ?? [])].reverse()) {
    if (comment.directive === true || comment.blankAfter === true) break;
    run.unshift(comment);
    if (comment.blankBefore === true) break;
  }
  return run;
}

function withoutDocumentation(node: go.FuncDecl): ReturnType<typeof decorationOf> {
  const documenting = new Set(documentingComments(node));
  const { leading, inner: _inner, ...rest } = decorationOf(node);
  const others = (leading ?? []).filter((comment) => !documenting.has(comment));
  return { ...rest, ...(others.length > 0 ? { leading: others } : {}) };
}

/** Lifts a function literal. */
export function liftFunctionLiteral(node: go.FuncLit, context: GoLiftContext): ir.Closure {
  const { parameters, result, results, body } = partsOf(node.type, node.body, context);
  return {
    sort: "expression",
    kind: "Closure",
    parameters,
    result,
    ...(results.length > 0 ? { results } : {}),
    body,
    several: result.kind === "tuple",
    type: context.typeOf(node),
  };
}
