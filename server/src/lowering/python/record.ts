import type * as ir from "../../ir/node.ts";
import * as build from "../../python/build.ts";
import type * as py from "../../python/tree.ts";
import type { PythonLowerContext } from "../lower-context.ts";
import type { MadeMethods } from "../../types/type.ts";
import { taggedType } from "./tags.ts";
import { withParameters } from "./type-parameters.ts";

/** The class that a record becomes: as it was in Python, or a dataclass for a struct of Go. */
export function lowerRecord(node: ir.Record, context: PythonLowerContext): readonly py.Statement[] {
  const isStruct = node.symbol.underlying !== undefined;
  const decorators = dataclassDecorator(node, isStruct, context);
  const bases = [
    ...node.bases.map((base) => context.type(base)),
    ...(node.isException && node.bases.length === 0 ? [build.name("Exception")] : []),
  ];
  // Without it a class has no type parameters, and none of its fields may use them.
  if (node.symbol.typeParameters.length > 0)
    bases.push(withParameters(context.imported("typing", "Generic"), node.symbol, context));
  const isTuple = node.options.tuple === true;
  const body: py.Statement[] = [];
  if (node.documentation !== undefined && node.documentation !== "") body.push(build.docstring(node.documentation));
  for (const attribute of node.classAttributes) body.push(field(attribute, context, false));
  for (const item of node.fields)
    if (node.dataclass || isStruct) body.push(field(item, context, isStruct, node.symbol.made));
  const methods = [...(node.initializer ? [node.initializer] : []), ...node.methods].flatMap((method) =>
    context.inner(method, true),
  );
  body.push(
    ...methods.map((method, position) => (position > 0 || body.length > 0 ? { ...method, blankBefore: true } : method)),
  );
  if (body.length === 0) body.push(build.pass());
  const all = isTuple ? [...bases, context.imported("typing", "NamedTuple")] : bases;
  return [build.classDef(context.name(node.binding), body, { bases: all, decoratorList: decorators })];
}

function dataclassDecorator(node: ir.Record, isStruct: boolean, context: PythonLowerContext): readonly py.Expression[] {
  if (node.options.tuple === true || (!node.dataclass && !isStruct)) return [];
  if (isStruct && node.isException && node.fields.length === 0) return [];
  const name = context.imported("dataclasses", "dataclass");
  const isKey = isStruct && context.facts.isKey({ kind: "named", symbol: node.symbol, arguments: [] });
  // A hash goes by the fields, as the comparison of keys does in Go.
  const options = [...Object.entries(node.options), ...(isKey ? [["unsafe_hash", true] as const] : [])];
  // Errors behind pointers are compared by identity.
  if (isStruct && node.isException && node.methods.some((method) => method.pointerReceiver === true))
    return [build.call(name, [], [build.keyword("eq", build.bool(false))])];
  return [
    options.length === 0
      ? name
      : build.call(
          name,
          [],
          options.map(([option, value]) => build.keyword(option, build.bool(value))),
        ),
  ];
}

/** `name: type = default`. The fields of a struct of Go all have their zero value as the default, so that they can be left out as in Go. */
function field(
  item: ir.RecordField,
  context: PythonLowerContext,
  isStruct: boolean,
  methods?: MadeMethods,
): py.Statement {
  const name = build.name(context.member(item.name, undefined, "field"));
  const tagged = isStruct && item.tag !== undefined && context.facts.isWeb;
  const annotation = tagged ? taggedType(item, item.tag, context) : context.type(item.type);
  const made = build.annAssign(
    name,
    annotation,
    withOptions(defaultOf(item, context, isStruct), item, context, methods),
    item.origin,
  );
  const { leading, trailing, blankBefore } = item;
  return {
    ...made,
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(blankBefore ? { blankBefore } : {}),
  };
}

/** The default, with what keeps a field out of the methods that a dataclass makes. */
function withOptions(
  value: py.Expression | undefined,
  item: ir.RecordField,
  context: PythonLowerContext,
  made: MadeMethods | undefined,
): py.Expression | undefined {
  const isLeftOut = (names: readonly string[] | undefined): boolean => names?.includes(item.name) === false;
  const options = [...(isLeftOut(made?.equality) ? ["compare"] : []), ...(isLeftOut(made?.text) ? ["repr"] : [])].map(
    (option) => build.keyword(option, build.bool(false)),
  );
  if (options.length === 0) return value;
  const given = item.defaultFactory && value?.kind === "Call" ? value.keywords : [];
  const plain = given.length === 0 && value ? [build.keyword("default", value)] : given;
  return build.call(context.imported("dataclasses", "field"), [], [...plain, ...options]);
}

function defaultOf(item: ir.RecordField, context: PythonLowerContext, isStruct: boolean): py.Expression | undefined {
  if (item.defaultValue) return context.expression(item.defaultValue);
  if (item.defaultFactory) return fieldFactory(context.expression(item.defaultFactory), context);
  if (!isStruct) return undefined;
  // Whoever makes an object gives it what the class does not know.
  if (context.facts.genericZeros.parametersIn(item.type).size > 0) return build.none();
  const zero = context.zero(item.type);
  return zero.kind === "Constant" ? zero : fieldFactory(zero, context);
}

/** `field(default_factory=…)`: a new value for each instance. */
function fieldFactory(value: py.Expression, context: PythonLowerContext): py.Expression {
  const isEmpty =
    (value.kind === "List" && value.elts.length === 0) || (value.kind === "Dict" && value.items.length === 0);
  const isCall = value.kind === "Call" && value.args.length === 0 && value.keywords.length === 0;
  const factory = isEmpty
    ? build.name(value.kind === "List" ? "list" : "dict")
    : isCall
      ? value.func
      : build.lambda(build.parameters([]), value);
  return build.call(context.imported("dataclasses", "field"), [], [build.keyword("default_factory", factory)]);
}
