import * as build from "./build.ts";
import { environmentOf, type ExpansionEnvironment, unitNames } from "./expand-environment.ts";
import { docstringOf, isDefinition, namesBoundBelow, placed, rebuild, type Definition } from "./expand-tree.ts";
import type { BinaryOperator, Call, Expression, Name, PythonNode, PythonUnit, Raise, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/*
 * Builtin functions that are handed to functions of the program, or kept in a list, are written out as lambdas that call them: `apply(str)` is
 * `apply(lambda value: str(value))`. Each use gets the types that it has there, and the call is translated like every other. What a function says
 * about itself (`main.__doc__`) becomes the text that it is.
 */

const ofOne: ReadonlySet<string> = new Set(
  "str int float repr len abs bool chr ord sorted list tuple set sum any all bin hex oct".split(" "),
);
const ofText: ReadonlySet<string> = new Set(
  "upper lower strip title capitalize swapcase lstrip rstrip split splitlines isdigit isalpha isalnum isupper islower isspace".split(
    " ",
  ),
);
const dunders: Readonly<Record<string, BinaryOperator>> = {
  __add__: "Add",
  __sub__: "Sub",
  __mul__: "Mult",
  __floordiv__: "FloorDiv",
  __mod__: "Mod",
  __truediv__: "Div",
};
const signs =
  /__doc__|__name__|SystemExit|json\.(?:dump|load)\(|\b(?:int|float|str)\.__\w+__|[(,[{:=]\s*(?:str\.\w+|str|int|float|repr|len|abs|bool|chr|ord|sorted|list|tuple|set|sum|any|all|bin|hex|oct)\s*(?:[,)\]}]|$)|\breturn (?:str|int|float|repr|len)$/m;

interface Known {
  readonly key: string;
  readonly made: readonly Statement[];
}

const known = new WeakMap<readonly Statement[], Known>();

/** Writes out the builtin functions that are handed over as values. Units in which nothing changes are given as they are. */
export function withBuiltinValues(units: readonly PythonUnit[]): readonly PythonUnit[] {
  if (!units.some(({ text }) => signs.test(text))) return units;
  const environment = environmentOf(units.map(unitNames));
  const [first] = units;
  const documentation = first?.body[0] && documentationOf(first.body[0]);
  const key = [documentation ?? "", ...units.flatMap((unit) => unitNames(unit).definitions.map(keyOf))].join("\u0000");
  return units.map((unit) => {
    if (!signs.test(unit.text)) return unit;
    const before = known.get(unit.body);
    let made = before?.key === key ? before.made : undefined;
    if (!made) {
      const body = unit.body.map((statement) => expanded(statement, environment, documentation));
      made = body.every((statement, at) => statement === unit.body[at]) ? unit.body : body;
      known.set(unit.body, { key, made });
    }
    return made === unit.body ? unit : { ...unit, body: made };
  });
}

function documentationOf(statement: Statement): string | undefined {
  return statement.kind === "Expr" && statement.value.kind === "Constant" && statement.value.value.type === "str"
    ? statement.value.value.value
    : undefined;
}

const knownKeys = new WeakMap<Definition, string>();

/** What others rest on of a function: that it takes functions, and what it says about itself. */
function keyOf(node: Definition): string {
  let key = knownKeys.get(node);
  if (key === undefined) {
    const text = docstringOf(node);
    knownKeys.set(
      node,
      (key = `${node.name} ${String(takesTypes(node))} ${text ? (documentationOf(text) ?? "") : ""}`),
    );
  }
  return key;
}

/** Whether the function asks what something is, so that what it is given may be a type. */
function takesTypes(node: Definition): boolean {
  let found = false;
  walk(node, (inner) => {
    if (inner.kind === "Name" && ["isinstance", "issubclass", "type"].includes(inner.id)) found = true;
    if (inner.kind === "Compare" && inner.comparisons.some(({ op }) => op === "Is" || op === "IsNot" || op === "Eq"))
      found ||= inner.comparisons.some(({ right }) => right.kind === "Name" && ofOne.has(right.id));
  });
  return found;
}

function expanded(
  statement: Statement,
  environment: ExpansionEnvironment,
  documentation: string | undefined,
): Statement {
  const shadowed = namesBoundBelow(statement);
  const isBuiltin = (name: string): boolean => !shadowed.has(name) && !environment.isDeclared(name);
  const meant = handedOver(statement, environment, isBuiltin);
  const made = rebuild(statement, (node) => {
    const exit = node.kind === "Raise" && isBuiltin("SystemExit") && isBuiltin("exit") ? asExit(node) : undefined;
    if (exit) return exit;
    if (node.kind === "Call") {
      const made = onFile(node, environment);
      if (made) return made;
    }
    const own = aboutFunction(node, environment, shadowed, documentation);
    if (own) return own;
    if (!meant.has(node)) return node;
    const lambda = asLambda(node as Expression);
    return lambda ? placed(lambda, node.span) : node;
  });
  return made as Statement;
}

/** The references to builtins in places where a function of the program gets them. */
function handedOver(
  statement: Statement,
  environment: ExpansionEnvironment,
  isBuiltin: (name: string) => boolean,
): ReadonlySet<PythonNode> {
  const found = new Set<PythonNode>();
  const note = (node: Expression | undefined): void => {
    if (node?.kind === "IfExp") {
      note(node.body);
      note(node.orelse);
    } else if (node?.kind === "Tuple") node.elts.forEach(note);
    else if (node?.kind === "Name" && ofOne.has(node.id) && isBuiltin(node.id)) found.add(node);
    else if (node?.kind === "Attribute" && node.value.kind === "Name" && isBuiltin(node.value.id)) {
      const owner = node.value.id;
      if (owner === "str" && ofText.has(node.attr)) found.add(node);
      if (["int", "float", "str"].includes(owner) && node.attr in dunders) found.add(node);
    }
  };
  // The parameters in `Callable[[str], int]` are types.
  const types = new Set<PythonNode>();
  const asksForTypes = isDefinition(statement) && takesTypes(statement);
  walk(statement, (node) => {
    if (node.kind === "Subscript")
      walk(node.slice, (inner) => {
        if (inner.kind === "List") types.add(inner);
      });
    if (node.kind === "Call" && takesFunctions(node.func, statement, environment)) {
      node.args.forEach(note);
      node.keywords.forEach(({ value }) => {
        note(value);
      });
    }
    if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "reduce") note(node.args[0]);
    if (node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr === "reduce") note(node.args[0]);
    if (node.kind === "List" && !types.has(node)) node.elts.forEach(note);
    if (node.kind === "Dict" && !asksForTypes)
      node.items.forEach(({ value }) => {
        note(value);
      });
    if (node.kind === "AnnAssign" && isCallable(node.annotation)) note(node.value);
    if (node.kind === "Return") note(node.value);
  });
  return found;
}

function isCallable(annotation: Expression): boolean {
  return annotation.kind === "Subscript" && annotation.value.kind === "Name" && annotation.value.id === "Callable";
}

/** Whether what is called is a function of the program, or what such a function gave. */
function takesFunctions(func: Expression, statement: Statement, environment: ExpansionEnvironment): boolean {
  if (func.kind === "Call") return takesFunctions(func.func, statement, environment);
  if (func.kind === "Lambda") return true;
  if (func.kind !== "Name") return false;
  const definition = environment.definition(func.id);
  if (definition) return !takesTypes(definition);
  return isDefinition(statement) && isLocalFunction(func, statement);
}

/** Whether a name is a parameter of the function, which is called here, or a function inside of it. */
function isLocalFunction({ id }: Name, statement: Definition): boolean {
  let found = false;
  walk(statement, (node) => {
    if (node.kind === "arg" && node.arg === id) found = true;
    if (isDefinition(node) && node !== statement && node.name === id) found = true;
    return !found;
  });
  return found && !takesTypes(statement);
}

function asLambda(node: Expression): Expression | undefined {
  const value = build.name("value");
  const ofValue = (body: Expression): Expression => build.lambda(build.parameters([build.arg("value")]), body);
  if (node.kind === "Name") return ofValue(build.call(node.id, [value]));
  if (node.kind !== "Attribute") return undefined;
  const operator = dunders[node.attr];
  if (operator === undefined) return ofValue(build.call(build.attribute(value, node.attr), []));
  return build.lambda(
    build.parameters([build.arg("a"), build.arg("b")]),
    build.binOp(build.name("a"), operator, build.name("b")),
  );
}

/** `json.load(file)` and `json.dump(value, file)` as what they do with the text. */
function onFile(node: Call, environment: ExpansionEnvironment): Expression | undefined {
  const path = environment.pathOf(node.func);
  const [first, file] = node.args;
  if ((path !== "json.load" && path !== "json.dump") || !first || node.func.kind !== "Attribute") return undefined;
  const text = { ...node.func, attr: path === "json.load" ? "loads" : "dumps" };
  if (path === "json.load")
    return node.args.length === 1 && node.keywords.length === 0
      ? placed(build.call(text, [build.methodCall(first, "read")]), node.span)
      : undefined;
  if (!file || node.args.length > 2) return undefined;
  return placed(build.methodCall(file, "write", [build.call(text, [first], node.keywords)]), node.span);
}

/** `raise SystemExit(code)` as the call that it stands for. */
function asExit({ exc, span, leading, trailing, blankBefore }: Raise): Statement | undefined {
  const raised = exc?.kind === "Call" ? exc.func : exc;
  if (raised?.kind !== "Name" || raised.id !== "SystemExit") return undefined;
  const call = build.call("exit", exc?.kind === "Call" ? exc.args : []);
  const decoration = {
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(blankBefore === undefined ? {} : { blankBefore }),
  };
  return { ...placed(build.expr(call), span), ...decoration };
}

/** What a function of the module, or the module, says about itself. */
function aboutFunction(
  node: PythonNode,
  environment: ExpansionEnvironment,
  shadowed: ReadonlySet<string>,
  documentation: string | undefined,
): Expression | undefined {
  if (node.kind === "Name" && node.id === "__doc__" && !environment.isDeclared("__doc__"))
    return placed(documentation === undefined ? build.none() : build.str(documentation), node.span);
  if (node.kind !== "Attribute" || node.value.kind !== "Name" || shadowed.has(node.value.id)) return undefined;
  const definition = environment.definition(node.value.id);
  if (!definition) return undefined;
  if (node.attr === "__name__") return placed(build.str(definition.name), node.span);
  if (node.attr !== "__doc__") return undefined;
  const text = docstringOf(definition);
  const own = text && documentationOf(text);
  return placed(own === undefined ? build.none() : build.str(own), node.span);
}
