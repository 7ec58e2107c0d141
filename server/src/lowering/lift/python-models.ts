import { expression, variable } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import type { Binding } from "../../types/binding.ts";
import { noneType } from "../../types/build.ts";
import { isA } from "../../types/relations.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";
import { decorationOf } from "../decoration.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { factoryValue } from "./python-fields.ts";
import { breaksRules, describe, textOf } from "./python-rules.ts";

/* Models of pydantic: classes whose annotated attributes are read from outside and checked. */

export function isModel(symbol: TypeSymbol): boolean {
  return symbol.form === "record" && isA({ kind: "named", symbol, arguments: [] }, "BaseModel");
}

/** The fields of a model, those of the models that it inherits from first, each with its rules. */
export function modelFields(node: py.ClassDef, context: PythonLiftContext): readonly ir.RecordField[] {
  const fields = new Map<string, ir.RecordField>();
  for (const owner of lineage(node, context))
    for (const statement of owner.body)
      if (statement.kind === "AnnAssign" && statement.target.kind === "Name" && !isShared(statement)) {
        const field = modelField(statement, statement.target.id, context);
        fields.set(field.name, owner === node ? { ...field, ...decorationOf(statement) } : field);
      }
  return [...fields.values()];
}

function isShared(statement: py.AnnAssign): boolean {
  const { annotation } = statement;
  return annotation.kind === "Subscript" && annotation.value.kind === "Name" && annotation.value.id === "ClassVar";
}

/** The model and those that it inherits from, furthest first. */
function lineage(node: py.ClassDef, context: PythonLiftContext): readonly py.ClassDef[] {
  const bases = node.bases.flatMap((base): readonly py.ClassDef[] => {
    const type = context.analysis.annotationType(base);
    const owner = type.kind === "named" ? context.analysis.classOf(type.symbol) : undefined;
    return owner && isModel(context.analysis.symbolOf(owner)) ? lineage(owner, context) : [];
  });
  return [...new Set([...bases, node])];
}

function modelField(statement: py.AnnAssign, name: string, context: PythonLiftContext): ir.RecordField {
  const type = context.analysis.annotationType(statement.annotation);
  const described = describe(statement.annotation, statement.value, context);
  const { defaultValue, factory } = described;
  const fallback = defaultValue && context.coerced(defaultValue, type);
  if (fallback && breaksRules(fallback, described.rules))
    throw new Untranslatable(
      "model-default",
      `The default of \`${name}\` breaks its own constraint, which pydantic does not look at; Go tests what a struct holds, wherever it is from.`,
    );
  return {
    name,
    type,
    origin: context.origin(statement),
    ...(fallback ? { defaultValue: fallback } : {}),
    ...(factory ? { defaultFactory: factoryValue(factory, type, context) } : {}),
    rules: {
      key: described.alias ?? name,
      rules: described.rules,
      isRequired: defaultValue === undefined && factory === undefined,
    },
  };
}

/** Options of a model that change nothing about what is translated. */
const silentOptions: ReadonlySet<string> = new Set(["title", "json_schema_extra", "from_attributes"]);

/** `model_config = ConfigDict(…)` */
export function isConfiguration(statement: py.Statement): boolean {
  const target = statement.kind === "Assign" ? statement.targets[0] : undefined;
  if (statement.kind !== "Assign" || target?.kind !== "Name" || target.id !== "model_config") return false;
  const { value } = statement;
  const names =
    value.kind === "Call"
      ? value.keywords.map((keyword) => keyword.arg ?? "**")
      : value.kind === "Dict"
        ? value.items.map((item) => textOf(item.key) ?? "**")
        : ["…"];
  const unknown = names.find((name) => !silentOptions.has(name));
  if (unknown === undefined) return true;
  throw new Untranslatable(
    "model-option",
    `The option \`${unknown}\` of the model is not translated; a Go struct is read as its tags say.`,
  );
}

/** A function of the class body that pydantic calls when an object is made. */
export interface Validator {
  readonly method: string;
  /** The fields that it looks at, one by one; none where it looks at the whole object. */
  readonly fields: readonly string[] | undefined;
}

/** What `@field_validator(…)` and `@model_validator(…)` say of a function. */
export function validatorOf(node: py.FunctionDef | py.AsyncFunctionDef): Validator | undefined {
  for (const decorator of node.decoratorList) {
    if (decorator.kind !== "Call" || decorator.func.kind !== "Name") continue;
    const { id } = decorator.func;
    if (id !== "field_validator" && id !== "model_validator") continue;
    const mode = textOf(decorator.keywords.find((keyword) => keyword.arg === "mode")?.value) ?? "after";
    const fields = decorator.args.map(textOf);
    if (mode !== "after" || fields.some((field) => field === undefined || field === "*") || node.args.args.length > 2)
      throw new Untranslatable(
        "validator-mode",
        `\`${node.name}\` sees values before they are read; the Go struct is checked once it is filled.`,
      );
    return { method: node.name, fields: id === "model_validator" ? undefined : (fields as readonly string[]) };
  }
  return undefined;
}

/** What checks an object once it is filled: its rules, then the validators in their order. Undefined where nothing is checked. */
export function modelCheck(
  symbol: TypeSymbol,
  owner: Binding,
  fields: readonly ir.RecordField[],
  validators: readonly Validator[],
  methods: readonly ir.Function[],
): ir.Function | undefined {
  const isConstrained = fields.some((field) => field.rules && field.rules.rules.length > 0);
  if (!isConstrained && validators.length === 0) return undefined;
  const type: Type = { kind: "named", symbol, arguments: [] };
  const self: Binding = {
    name: "self",
    kind: "receiver",
    id: `${owner.id}.check.self`,
    type,
    captured: false,
    assignments: 1,
    reads: 1,
  };
  const object = variable(self, type);
  const body: ir.Statement[] = [];
  if (isConstrained) body.push({ sort: "statement", kind: "CheckModel", object });
  for (const validator of validators) {
    const method = methods.find((candidate) => candidate.name === validator.method);
    if (method === undefined) continue;
    if (validator.fields === undefined) {
      const call = expression("MethodCall", method.result, {
        receiver: object,
        method: method.name,
        symbol,
        arguments: [],
      });
      body.push({ sort: "statement", kind: "ExpressionStatement", expression: call });
      continue;
    }
    const whole = variable(owner, { kind: "class", instance: type });
    for (const name of validator.fields) body.push(...fieldCheck(object, whole, name, fields, method, symbol));
  }
  const made: Binding = {
    name: "__post_init__",
    kind: "function",
    id: `${owner.id}.check`,
    type: { kind: "function", parameters: [], result: noneType },
    captured: false,
    assignments: 1,
    reads: 1,
  };
  return {
    sort: "declaration",
    kind: "Function",
    binding: made,
    name: "__post_init__",
    typeParameters: [],
    parameters: [],
    result: noneType,
    body,
    flavour: "instance",
    receiver: self,
    symbol,
    isAsync: false,
    isGenerator: false,
    decorators: [],
  };
}

/** A value that is left out is not looked at; None is, as any other value. */
function fieldCheck(
  object: ir.Variable,
  whole: ir.Variable,
  name: string,
  fields: readonly ir.RecordField[],
  method: ir.Function,
  symbol: TypeSymbol,
): readonly ir.Statement[] {
  const field = fields.find((candidate) => candidate.name === name);
  if (field === undefined) return [];
  if (field.rules?.isRequired === false)
    throw new Untranslatable(
      "validator-default",
      `The validator of \`${name}\` does not look at its default, and the Go struct cannot tell the two apart.`,
    );
  const target = expression("Field", field.type, { object, name, member: "field" });
  const call = expression("MethodCall", field.type, {
    receiver: whole,
    method: method.name,
    symbol,
    arguments: [{ value: target }],
  });
  return [
    { sort: "statement", kind: "CheckModel", object, field: { key: field.rules?.key ?? name, target, value: call } },
  ];
}
