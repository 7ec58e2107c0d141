import type * as go from "../../go/tree.ts";
import { assign, expression, tuple, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import { decorationOf } from "../decoration.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { externalImports } from "./go-imports.ts";
import { severalValues } from "./go-assignment.ts";

/** Lifts a declaration inside a function: variables and constants as statements, types as local declarations. */
export function liftLocalDeclaration(node: go.DeclStmt, context: GoLiftContext): readonly ir.Statement[] {
  const { decl } = node;
  if (decl.tok === "type" || decl.tok === "import") {
    return context
      .declaration(decl)
      .map((declaration): ir.LocalDeclaration => ({ sort: "statement", kind: "LocalDeclaration", declaration }));
  }
  return decl.specs.flatMap((spec, position): readonly ir.Statement[] => {
    if (spec.kind !== "ValueSpec") return [];
    const statements = localSpec(decl, position, spec, context);
    const [first, ...rest] = statements;
    return first && decl.specs.length > 1 ? [{ ...first, ...decorationOf(spec) }, ...rest] : statements;
  });
}

function localSpec(
  decl: go.GenDecl,
  position: number,
  spec: go.ValueSpec,
  context: GoLiftContext,
): readonly ir.Statement[] {
  const bindings = spec.names.map((name) => bindingFor(name, context));
  const values = valuesOf(decl, position);
  if (values.length === 1 && spec.names.length > 1 && decl.tok === "var") {
    const declares = bindings.filter((binding) => binding.name !== "_");
    return [
      assign(
        tuple(bindings.map((binding) => variable(binding))),
        severalValues(
          values[0]!,
          bindings.map((binding) => variable(binding)),
          context,
        ),
        declares,
      ),
    ];
  }
  return bindings.flatMap((binding, i): readonly ir.Statement[] => {
    const name = spec.names[i]!;
    const value =
      decl.tok === "const"
        ? constantValue(name, values[i], binding, context)
        : values[i] && context.coerced(values[i], binding.type);
    if (binding.name === "_") return value ? [assign(variable(binding), value)] : [];
    if (value && spec.type === undefined) return [assign(variable(binding), value, [binding])];
    return [
      { sort: "statement", kind: "Declare", binding, typed: spec.type !== undefined, ...(value ? { value } : {}) },
    ];
  });
}

/** The values of a spec; a constant without any repeats those above it. */
function valuesOf(decl: go.GenDecl, position: number): readonly go.Expr[] {
  for (let i = position; i >= 0; i--) {
    const spec = decl.specs[i];
    if (spec?.kind !== "ValueSpec") return [];
    if (spec.values.length > 0 || decl.tok !== "const") return spec.values;
  }
  return [];
}

function bindingFor(name: go.Ident, context: GoLiftContext): Binding {
  if (name.name === "_")
    return { name: "_", kind: "local", id: "_", type: context.typeOf(name), captured: false, assignments: 1, reads: 0 };
  return context.bindingOf(name);
}

/** Constants keep their expression where it is their own; repeated lines and `iota` become the number that they stand for. */
function constantValue(
  name: go.Ident,
  value: go.Expr | undefined,
  binding: Binding,
  context: GoLiftContext,
): ir.Expression | undefined {
  const constant = context.analysis.constantOf(name);
  const type = binding.type;
  if (value && !mentionsIota(value) && isOwn(name, value)) return context.coerced(value, type);
  if (typeof constant === "bigint") return expression("IntegerLiteral", type, { value: constant });
  if (typeof constant === "number") return expression("FloatLiteral", type, { value: constant });
  if (typeof constant === "string") return expression("StringLiteral", type, { value: constant });
  if (typeof constant === "boolean") return expression("BooleanLiteral", type, { value: constant });
  return value && context.coerced(value, type);
}

function isOwn(name: go.Ident, value: go.Expr): boolean {
  return value.span.start >= name.span.end;
}

function mentionsIota(node: unknown): boolean {
  if (typeof node !== "object" || node === null) return false;
  if ("kind" in node && node.kind === "Ident" && (node as go.Ident).name === "iota") return true;
  return Object.entries(node).some(([key, value]) => key !== "span" && key !== "origin" && mentionsIota(value));
}

/** Lifts `var`, `const` and `import` of a package; type declarations are claimed by the constructs of classes. */
export function liftGoDeclaration(node: go.GenDecl, context: GoLiftContext): readonly ir.Declaration[] {
  if (node.tok === "type") throw new Untranslatable("type-declaration", "This type declaration is not translated.");
  // Other imports follow from the names that the translation uses.
  if (node.tok === "import") return externalImports(node, context);
  const group = node.parenthesized && node.specs.length > 1 ? `${node.tok}:${node.span.start}` : undefined;
  return node.specs.flatMap((spec, position): readonly ir.Declaration[] => {
    if (spec.kind !== "ValueSpec") return [];
    const decoration = { ...decorationOf(position === 0 ? node : {}), ...decorationOf(spec) };
    const globals = globalsOf(node, position, spec, context).map((declaration): ir.Global => ({
      ...declaration,
      ...(group ? { group } : {}),
    }));
    const [first, ...rest] = globals;
    return first ? [{ ...first, ...decoration }, ...rest] : [];
  });
}

function globalsOf(
  decl: go.GenDecl,
  position: number,
  spec: go.ValueSpec,
  context: GoLiftContext,
): readonly ir.Global[] {
  const constant = decl.tok === "const";
  const typed = spec.type !== undefined;
  const bindings = spec.names.map((name) => bindingFor(name, context));
  const values = valuesOf(decl, position);
  if (values.length === 1 && bindings.length > 1 && !constant) {
    const target = tuple(bindings.map((binding) => variable(binding)));
    return [
      {
        sort: "declaration",
        kind: "Global",
        target,
        value: severalValues(values[0]!, target.elements, context),
        typed,
        constant,
      },
    ];
  }
  return bindings.flatMap((binding, i): readonly ir.Global[] => {
    const value = constant
      ? constantValue(spec.names[i]!, values[i], binding, context)
      : values[i] && context.coerced(values[i], binding.type);
    if (binding.name === "_") return [];
    return [
      { sort: "declaration", kind: "Global", target: variable(binding), typed, constant, ...(value ? { value } : {}) },
    ];
  });
}
