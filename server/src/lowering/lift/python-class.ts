import { integer, text } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import type * as py from "../../python/tree.ts";
import type { Binding } from "../../types/binding.ts";
import { isA } from "../../types/relations.ts";
import type { EnumerationMember, FieldType, Type, TypeSymbol } from "../../types/type.ts";
import { decorationOf } from "../decoration.ts";
import type { PythonLiftContext } from "../lift-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { factoryValue, recordParameters } from "./python-fields.ts";
import { isConfiguration, isModel, modelCheck, modelFields, validatorOf } from "./python-models.ts";

/** Lifts a class: an enumeration, an interface (a protocol, or an abstract class without code of its own), or a record. */
export function liftClass(node: py.ClassDef, context: PythonLiftContext): ir.LocalDeclaration {
  const symbol = context.analysis.symbolOf(node);
  const reader = new ClassReader(node, symbol, context);
  const declaration =
    symbol.form === "enum" ? reader.enumeration() : reader.isInterface() ? reader.interface() : reader.record();
  return { sort: "statement", kind: "LocalDeclaration", declaration };
}

/** Decorators of classes that are understood. */
const classDecorators = new Set([
  "dataclass",
  "dataclasses.dataclass",
  "total_ordering",
  "functools.total_ordering",
  "final",
  "typing.final",
  "unique",
  "enum.unique",
  "runtime_checkable",
  "typing.runtime_checkable",
]);

class ClassReader {
  readonly #node: py.ClassDef;
  readonly #symbol: TypeSymbol;
  readonly #context: PythonLiftContext;
  readonly #binding: Binding;

  constructor(node: py.ClassDef, symbol: TypeSymbol, context: PythonLiftContext) {
    this.#node = node;
    this.#symbol = symbol;
    this.#context = context;
    this.#binding = context.bindingOf(node);
    for (const decorator of node.decoratorList) {
      const name = decoratorName(decorator);
      if (!classDecorators.has(name))
        throw new Untranslatable(
          "class-decorator",
          `The class decorator \`@${name}\` is not translated; Go registers or wraps types with plain function calls.`,
        );
    }
    for (const keyword of node.keywords) {
      if (keyword.arg === "metaclass" && decoratorName(keyword.value).endsWith("ABCMeta")) continue;
      throw new Untranslatable(
        "class-keyword",
        `The class option \`${keyword.arg ?? "**"}\` is not translated; Go has no metaclasses.`,
      );
    }
  }

  /** Everything is declared and nothing implemented: what Go calls an interface. */
  isInterface(): boolean {
    const { body } = this.#node;
    const functions = body.filter(isFunction);
    const isProtocol = this.#symbol.form === "interface";
    const onlyMethods = body.every(
      (statement) =>
        isFunction(statement) || isDocstring(statement) || statement.kind === "Pass" || isEllipsis(statement),
    );
    const isBare = functions.every(
      (node) => isEmptyBody(node.body) && (isProtocol || hasDecorator(node, "abstractmethod")),
    );
    return onlyMethods && isBare && functions.length > 0 && (isProtocol || this.#symbol.abstract === true);
  }

  interface(): ir.Interface {
    const methods = this.#node.body.filter(isFunction).map((node) => this.#method(node));
    return {
      sort: "declaration",
      kind: "Interface",
      symbol: this.#symbol,
      binding: this.#binding,
      methods,
      embedded: this.#ownBases(),
      documentation: this.#documentation(),
    };
  }

  enumeration(): ir.Enumeration {
    const members: ir.Enumeration["members"][number][] = [];
    const methods: ir.Function[] = [];
    const known = new Map(this.#symbol.enumeration?.members.map((member) => [member.name, member]));
    for (const statement of this.#node.body) {
      if (isDocstring(statement) || statement.kind === "Pass" || isEllipsis(statement)) continue;
      if (isFunction(statement)) {
        methods.push(this.#method(statement));
        continue;
      }
      const [target] = statement.kind === "Assign" ? statement.targets : [];
      const member = target?.kind === "Name" ? known.get(target.id) : undefined;
      if (statement.kind !== "Assign" || statement.targets.length !== 1 || !member)
        throw new Untranslatable("enum-body", "This member of the enumeration is not translated.");
      members.push({
        name: member.name,
        value: this.#memberValue(statement.value, member),
        decoration: decorationOf(statement),
      });
    }
    return {
      sort: "declaration",
      kind: "Enumeration",
      symbol: this.#symbol,
      binding: this.#binding,
      flavour: this.#symbol.enumeration?.flavour ?? "plain",
      members,
      methods,
      documentation: this.#documentation(),
    };
  }

  /** The value as it is written; `auto()` and combinations of members as the constant that they come to. */
  #memberValue(node: py.Expression, member: EnumerationMember): ir.Expression {
    if (node.kind !== "Constant" && member.number !== undefined) return integer(member.number);
    if (node.kind !== "Constant" && member.text !== undefined) return text(member.text);
    return this.#context.expression(node);
  }

  record(): ir.Record {
    const decorator = this.#node.decoratorList.find((item) => decoratorName(item).endsWith("dataclass"));
    const isTuple = this.#node.bases.some((base) => decoratorName(base).endsWith("NamedTuple"));
    const model = isModel(this.#symbol);
    const dataclass = decorator !== undefined || isTuple || model;
    const fields: ir.RecordField[] = model ? [...modelFields(this.#node, this.#context)] : [];
    const classAttributes: ir.RecordField[] = [];
    const methods: ir.Function[] = [];
    let initializer: ir.Function | undefined;
    for (const statement of this.#node.body) {
      if (isDocstring(statement) || statement.kind === "Pass" || isEllipsis(statement)) continue;
      if (isFunction(statement)) {
        const method = this.#method(statement);
        if (statement.name === "__init__") initializer = method;
        else methods.push(method);
        continue;
      }
      const alias = aliasOf(statement, methods);
      if (alias) {
        methods.push(...alias);
        continue;
      }
      if (model && isFieldOfModel(statement)) continue;
      const field = this.#field(statement);
      if (field === undefined || isInitOnly(statement)) continue;
      const isOwn = statement.kind === "AnnAssign" && !isClassVariable(statement);
      const isShared = this.#context.analysis.isClassAttribute(this.#node, field.name);
      if (isShared) classAttributes.push(field);
      else if (isOwn || field.defaultValue) fields.push(field);
    }
    fields.push(...this.#assignedFields([...classAttributes, ...fields]));
    const parameters = this.#context.analysis.constructorFields(this.#node);
    if (model) methods.push(...this.#check(fields, methods));
    return {
      sort: "declaration",
      kind: "Record",
      symbol: this.#symbol,
      binding: this.#binding,
      bases: this.#ownBases(),
      fields,
      classAttributes,
      initializer,
      ...(parameters ? { parameters: recordParameters(parameters, this.#context) } : {}),
      methods,
      dataclass,
      ...(model ? { isModel: true } : {}),
      options: { ...dataclassOptions(decorator), ...(isTuple ? { frozen: true, tuple: true } : {}) },
      isException:
        this.#symbol.form === "exception" ||
        isA({ kind: "named", symbol: this.#symbol, arguments: [] }, "BaseException"),
      documentation: this.#documentation(),
    };
  }

  /** The method that checks an object of a model, where there is something to check. */
  #check(fields: readonly ir.RecordField[], methods: readonly ir.Function[]): readonly ir.Function[] {
    const validators = this.#node.body.flatMap((statement) => {
      const validator = isFunction(statement) ? validatorOf(statement) : undefined;
      return validator ? [validator] : [];
    });
    const check = modelCheck(this.#symbol, this.#binding, fields, validators, methods);
    return check ? [check] : [];
  }

  /** One attribute of the class body; nothing for `__slots__`. */
  #field(statement: py.Statement): ir.RecordField | undefined {
    const target =
      statement.kind === "AnnAssign"
        ? statement.target
        : statement.kind === "Assign" && statement.targets.length === 1
          ? statement.targets[0]!
          : undefined;
    if (target?.kind !== "Name" || (statement.kind !== "AnnAssign" && statement.kind !== "Assign")) {
      throw new Untranslatable(
        "class-body",
        "Statements in a class body that are no fields or methods are not translated; Go runs them in `init` or in the constructor.",
      );
    }
    if (target.id === "__slots__" || target.id === "__match_args__") return undefined;
    const type =
      statement.kind === "AnnAssign"
        ? this.#context.analysis.annotationType(statement.annotation)
        : this.#context.typeOf(target);
    const value = statement.value;
    const base = { name: target.id, type, origin: this.#context.origin(statement), ...decorationOf(statement) };
    if (value === undefined) return base;
    const field = value.kind === "Call" && decoratorName(value.func).endsWith("field") ? value : undefined;
    if (field === undefined) return { ...base, defaultValue: this.#context.coerced(value, type) };
    return this.#fieldCall(field, base);
  }

  #fieldCall(call: py.Call, base: ir.RecordField): ir.RecordField {
    let made = base;
    for (const { arg, value } of call.keywords) {
      if (arg === "default") made = { ...made, defaultValue: this.#context.coerced(value, base.type) };
      else if (arg === "default_factory")
        made = { ...made, defaultFactory: factoryValue(value, base.type, this.#context) };
      else if (arg === undefined || !silentFieldOptions.has(arg))
        throw new Untranslatable("field-option", `The field option \`${arg ?? "**"}\` is not translated.`);
      else if (value.kind === "Constant" && value.value.type === "bool")
        made = { ...made, options: { ...made.options, [arg]: value.value.value } };
    }
    return made;
  }

  /** Fields that methods assign to `self`. */
  #assignedFields(classAttributes: readonly ir.RecordField[]): readonly ir.RecordField[] {
    const shared = new Set(classAttributes.map((field) => field.name));
    const inherited = this.#inheritedFields();
    return [...this.#symbol.fields.values()]
      .filter((field: FieldType) => !shared.has(field.name) && !inherited.has(field.name))
      .map((field) => ({ name: field.name, type: field.type }));
  }

  #inheritedFields(): ReadonlySet<string> {
    const names = new Set<string>();
    const visit = (type: Type): void => {
      if (type.kind !== "named" || type.symbol.module !== "") return;
      for (const name of type.symbol.fields.keys()) names.add(name);
      type.symbol.bases.forEach(visit);
    };
    this.#symbol.bases.forEach(visit);
    return names;
  }

  /** The bases that mean something to a translation: those of the program, and exceptions. */
  #ownBases(): readonly Type[] {
    return this.#symbol.bases.filter(
      (base) => base.kind === "named" && (base.symbol.module === "" || isA(base, "BaseException")),
    );
  }

  #documentation(): string | undefined {
    const [first] = this.#node.body;
    return first !== undefined &&
      isDocstring(first) &&
      first.kind === "Expr" &&
      first.value.kind === "Constant" &&
      first.value.value.type === "str"
      ? first.value.value.value.trim()
      : undefined;
  }

  #method(node: py.FunctionDef | py.AsyncFunctionDef): ir.Function {
    const [statement] = this.#context.statements([node]);
    if (statement?.kind !== "LocalDeclaration" || statement.declaration.kind !== "Function") {
      throw new Untranslatable("method", `The method \`${node.name}\` is not translated.`);
    }
    const first = node.args.posonlyargs[0] ?? node.args.args[0];
    const flavour = methodFlavour(node);
    const receiver = flavour === "static" || first === undefined ? undefined : this.#context.analysis.bindingOf(first);
    const declines = node.name === "__eq__" ? "false" : node.name === "__ne__" ? "true" : undefined;
    const { body } = statement.declaration;
    return {
      ...statement.declaration,
      ...(declines ? { body: body.map((inner) => declining(inner, declines)) } : {}),
      ...decorationOf(node),
      flavour,
      receiver,
      symbol: this.#symbol,
      name: node.name,
    };
  }
}

/** What the analysis of the class has read, or what only tools look at. */
const silentFieldOptions: ReadonlySet<string> = new Set([
  "repr",
  "compare",
  "hash",
  "init",
  "kw_only",
  "metadata",
  "doc",
]);

/** What `return NotImplemented` comes to in `__eq__` and `__ne__`. */
function declining<N extends ir.Node>(node: N, declines: "true" | "false"): N {
  if (node.kind === "Return" && node.declines !== undefined) return { ...node, declines };
  return mapChildren<ir.Node>(node, (child) => declining(child, declines)) as N;
}

/** `__rmul__ = __mul__`: the method under further names. */
function aliasOf(statement: py.Statement, methods: readonly ir.Function[]): readonly ir.Function[] | undefined {
  if (statement.kind !== "Assign" || statement.value.kind !== "Name") return undefined;
  const { id } = statement.value;
  const method = methods.find((other) => other.name === id);
  return (
    method && statement.targets.flatMap((target) => (target.kind === "Name" ? [{ ...method, name: target.id }] : []))
  );
}

/** A field of a model, which `modelFields` reads, or its options. */
function isFieldOfModel(statement: py.Statement): boolean {
  return (statement.kind === "AnnAssign" && !isClassVariable(statement)) || isConfiguration(statement);
}

function isFunction(statement: py.Statement): statement is py.FunctionDef | py.AsyncFunctionDef {
  return statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef";
}

function isDocstring(statement: py.Statement): boolean {
  return statement.kind === "Expr" && statement.value.kind === "Constant" && statement.value.value.type === "str";
}

function isEllipsis(statement: py.Statement): boolean {
  return statement.kind === "Expr" && statement.value.kind === "Constant" && statement.value.value.type === "Ellipsis";
}

/** A body that does nothing: `...`, `pass`, a docstring, or `raise NotImplementedError`. */
function isEmptyBody(body: readonly py.Statement[]): boolean {
  return body.every((statement) => {
    if (isDocstring(statement) || isEllipsis(statement) || statement.kind === "Pass") return true;
    if (statement.kind !== "Raise" || !statement.exc) return false;
    return decoratorName(statement.exc) === "NotImplementedError";
  });
}

/** The dotted name of a decorator or base, without its arguments. */
export function decoratorName(node: py.Expression): string {
  if (node.kind === "Call") return decoratorName(node.func);
  if (node.kind === "Subscript") return decoratorName(node.value);
  if (node.kind === "Attribute") return `${decoratorName(node.value)}.${node.attr}`;
  return node.kind === "Name" ? node.id : "";
}

/** `x: InitVar[int]` is a parameter of the constructor and no field, `_: KW_ONLY` neither. */
function isInitOnly(statement: py.Statement): boolean {
  if (statement.kind !== "AnnAssign") return false;
  const name = decoratorName(annotationHead(statement.annotation));
  return /(^|\.)(InitVar|KW_ONLY)$/.test(name);
}

function isClassVariable(statement: py.AnnAssign): boolean {
  return /(^|\.)ClassVar$/.test(decoratorName(annotationHead(statement.annotation)));
}

function annotationHead(node: py.Expression): py.Expression {
  return node.kind === "Subscript" ? node.value : node;
}

function hasDecorator(node: py.FunctionDef | py.AsyncFunctionDef, name: string): boolean {
  return node.decoratorList.some(
    (decorator) => decoratorName(decorator) === name || decoratorName(decorator).endsWith(`.${name}`),
  );
}

function methodFlavour(node: py.FunctionDef | py.AsyncFunctionDef): ir.Function["flavour"] {
  if (hasDecorator(node, "staticmethod")) return "static";
  if (hasDecorator(node, "classmethod")) return "class";
  if (hasDecorator(node, "property") || hasDecorator(node, "cached_property")) return "property";
  if (hasDecorator(node, "setter")) return "setter";
  if (hasDecorator(node, "abstractmethod")) return "abstract";
  return "instance";
}

/** The options of `@dataclass(…)` as they are written. */
function dataclassOptions(decorator: py.Expression | undefined): Readonly<Record<string, boolean>> {
  if (decorator?.kind !== "Call") return {};
  return Object.fromEntries(
    decorator.keywords.flatMap(({ arg, value }) =>
      arg !== undefined && value.kind === "Constant" && value.value.type === "bool"
        ? [[arg, value.value.value] as const]
        : [],
    ),
  );
}
