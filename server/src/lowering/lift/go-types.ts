import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";
import { decorationOf } from "../decoration.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";

/** Lifts `type …` declarations: structs, interfaces, and types defined on others. */
export function liftTypeDeclaration(node: go.GenDecl, context: GoLiftContext): readonly ir.Declaration[] | undefined {
  if (node.tok !== "type") return undefined;
  return node.specs.flatMap((spec, position) => {
    // Uses of an alias have the type that it stands for, so that nothing refers to the name.
    if (spec.kind !== "TypeSpec" || (spec.assign && context.analysis.symbolOf(spec) === undefined)) return [];
    const lifted = liftSpec(spec, context);
    const documentation = docOf(position === 0 && node.specs.length === 1 ? node : spec);
    const decoration = node.specs.length === 1 ? {} : decorationOf({ ...spec, leading: undefined });
    return [
      {
        ...lifted,
        ...decoration,
        ...(documentation === undefined ? {} : { documentation }),
        origin: context.origin(node.specs.length === 1 ? node : spec),
      },
    ];
  });
}

function docOf(node: go.GenDecl | go.TypeSpec): string | undefined {
  const lines = (node.leading ?? []).filter((comment) => comment.directive !== true).map((comment) => comment.text);
  return lines.length === 0 ? undefined : lines.join("\n");
}

function liftSpec(spec: go.TypeSpec, context: GoLiftContext): ir.Declaration {
  const symbol = context.analysis.symbolOf(spec);
  const binding = context.bindingOf(spec.name);
  if (symbol === undefined)
    throw new Untranslatable("type-declaration", `The type \`${spec.name.name}\` could not be understood.`);
  if (spec.assign) return definition(spec, symbol, binding, context.typeOf(spec.type), true);
  switch (spec.type.kind) {
    case "StructType":
      return record(spec.type, symbol, binding, context);
    case "InterfaceType":
      return interfaceOf(spec.type, symbol, binding, context);
    default:
      return definition(spec, symbol, binding, symbol.underlying ?? context.typeOf(spec.type), false);
  }
}

function definition(
  _spec: go.TypeSpec,
  symbol: TypeSymbol,
  binding: ir.TypeDefinition["binding"],
  underlying: Type,
  isAlias: boolean,
): ir.TypeDefinition {
  return { sort: "declaration", kind: "TypeDefinition", symbol, binding, underlying, isAlias, methods: [] };
}

function record(
  node: go.StructType,
  symbol: TypeSymbol,
  binding: ir.Record["binding"],
  context: GoLiftContext,
): ir.Record {
  const fields = node.fields.list.flatMap((field): readonly ir.RecordField[] => {
    const type = context.typeOf(field.type);
    const base = {
      type,
      origin: context.origin(field),
      ...decorationOf(field),
      ...(field.tag && typeof field.tag.value === "string" ? { tag: field.tag.value } : {}),
    };
    if (field.names.length === 0) return [{ ...base, name: embeddedName(type), embedded: true }];
    return field.names.map((name) => ({ ...base, name: name.name }));
  });
  return {
    sort: "declaration",
    kind: "Record",
    symbol,
    binding,
    bases: [],
    fields,
    classAttributes: [],
    methods: [],
    dataclass: false,
    options: {},
    isException: symbol.methods.has("Error") && symbol.methods.get("Error")?.type.result.kind === "string",
  };
}

function embeddedName(type: Type): string {
  const bare = type.kind === "pointer" ? type.target : type;
  return bare.kind === "named" ? bare.symbol.name : "embedded";
}

function interfaceOf(
  node: go.InterfaceType,
  symbol: TypeSymbol,
  binding: ir.Interface["binding"],
  context: GoLiftContext,
): ir.Interface {
  const embedded = node.methods.list
    .filter((field) => field.names.length === 0)
    .map((field) => context.typeOf(field.type));
  const methods = node.methods.list.flatMap((field): readonly ir.Function[] => {
    const [name] = field.names;
    const type = context.typeOf(field.type);
    return name === undefined || type.kind !== "function"
      ? []
      : [interfaceMethod(name.name, type, field, symbol, context)];
  });
  return { sort: "declaration", kind: "Interface", symbol, binding, methods, embedded };
}

function interfaceMethod(
  name: string,
  type: Extract<Type, { kind: "function" }>,
  field: go.Field,
  symbol: TypeSymbol,
  context: GoLiftContext,
): ir.Function {
  const id = `${symbol.name}.${name}`;
  const binding = { name, kind: "function", id, type, captured: false, assignments: 1, reads: 0 } as const;
  const parameters = type.parameters.map((parameter, position): ir.Parameter => {
    const parameterName =
      parameter.name !== undefined && parameter.name !== "_" ? parameter.name : `arg${position + 1}`;
    return {
      binding: {
        name: parameterName,
        kind: "parameter",
        id: `${id}.${position}`,
        type: parameter.type,
        captured: false,
        assignments: 1,
        reads: 0,
      },
      type: parameter.type,
      kind: parameter.kind === "variadic" ? "variadic" : "positional",
    };
  });
  return {
    sort: "declaration",
    kind: "Function",
    binding,
    name,
    typeParameters: [],
    parameters,
    result: type.result,
    body: [],
    flavour: "abstract",
    symbol,
    isAsync: false,
    isGenerator: false,
    decorators: [],
    origin: context.origin(field),
    ...decorationOf(field),
  };
}
