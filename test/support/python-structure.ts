import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Arguments, ConstantValue, Pattern, PythonNode, Statement } from "../../server/src/python/tree.ts";

const script = fileURLToPath(new URL("./python-structure.py", import.meta.url));

/** A tree as nested lists: the name of the class of `ast`, then its fields in the order of `ast`. */
type Structure = string | number | boolean | null | readonly Structure[];

/** What python3 makes of each file, as one line of JSON; `null` where it does not parse. */
export function structuresOfFiles(paths: readonly string[]): string[] {
  return run([], paths.join("\n"));
}

/** What python3 makes of each source text, as one line of JSON; `null` where it does not parse. */
export function structuresOfSources(sources: readonly string[]): string[] {
  return run(["--sources"], sources.map((source) => JSON.stringify(source)).join("\n"));
}

function run(args: readonly string[], input: string): string[] {
  const { status, stdout, stderr } = spawnSync("python3", [script, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.split("\n").slice(0, -1);
}

/** The structure of statements as a module, in the form that python3 writes it. */
export function structureText(body: readonly Statement[]): string {
  const text = JSON.stringify(["Module", list(body)]);
  return text.replaceAll(
    /[\u007f-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function list(nodes: readonly PythonNode[]): Structure[] {
  return nodes.map((node) => structure(node));
}

function optional(node: PythonNode | undefined): Structure {
  return node === undefined ? null : structure(node);
}

function orNull(text: string | undefined): Structure {
  return text ?? null;
}

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

function constant(value: ConstantValue): Structure {
  switch (value.type) {
    case "int":
      return ["int", value.value < 0n ? `-0x${(-value.value).toString(16)}` : `0x${value.value.toString(16)}`];
    case "float":
      return ["float", bits(value.value)];
    case "complex":
      return ["complex", bits(value.imaginary)];
    case "None":
    case "Ellipsis":
      return value.type;
    default:
      return [value.type, value.value];
  }
}

function parameters(node: Arguments): Structure {
  const positional = [...node.posonlyargs, ...node.args];
  return [
    "arguments",
    list(node.posonlyargs),
    list(node.args),
    optional(node.vararg),
    list(node.kwonlyargs),
    node.kwonlyargs.map((arg) => optional(arg.default)),
    optional(node.kwarg),
    positional.flatMap((arg) => (arg.default === undefined ? [] : [structure(arg.default)])),
  ];
}

function pattern(node: Pattern): Structure {
  switch (node.kind) {
    case "MatchValue":
      return [node.kind, structure(node.value)];
    case "MatchSingleton":
      return [node.kind, node.value === null ? "None" : ["bool", node.value]];
    case "MatchSequence":
    case "MatchOr":
      return [node.kind, list(node.patterns)];
    case "MatchMapping":
      return [
        node.kind,
        node.items.map(({ key }) => structure(key)),
        node.items.map((item) => structure(item.pattern)),
        orNull(node.rest),
      ];
    case "MatchClass":
      return [
        node.kind,
        structure(node.cls),
        list(node.patterns),
        node.keywords.map(({ attr }) => attr),
        node.keywords.map((keyword) => structure(keyword.pattern)),
      ];
    case "MatchStar":
      return [node.kind, orNull(node.name)];
    case "MatchAs":
      return [node.kind, optional(node.pattern), orNull(node.name)];
    case "Invalid":
      return ["Invalid", node.text];
  }
}

const conversions = { s: 115, r: 114, a: 97 } as const;

function structure(node: PythonNode): Structure {
  switch (node.kind) {
    case "Module":
      return [node.kind, list(node.body)];
    case "FunctionDef":
    case "AsyncFunctionDef":
      return [
        node.kind,
        node.name,
        parameters(node.args),
        list(node.body),
        list(node.decoratorList),
        optional(node.returns),
      ];
    case "ClassDef":
      return [node.kind, node.name, list(node.bases), list(node.keywords), list(node.body), list(node.decoratorList)];
    case "Return":
    case "Yield":
      return [node.kind, optional(node.value)];
    case "Delete":
      return [node.kind, list(node.targets)];
    case "Assign":
      return [node.kind, list(node.targets), structure(node.value)];
    case "TypeAlias":
      return [node.kind, structure(node.name), structure(node.value)];
    case "AugAssign":
      return [node.kind, structure(node.target), [node.op], structure(node.value)];
    case "AnnAssign":
      return [node.kind, structure(node.target), structure(node.annotation), optional(node.value), node.simple ? 1 : 0];
    case "For":
    case "AsyncFor":
      return [node.kind, structure(node.target), structure(node.iter), list(node.body), list(node.orelse)];
    case "While":
    case "If":
      return [node.kind, structure(node.test), list(node.body), list(node.orelse)];
    case "With":
    case "AsyncWith":
      return [node.kind, list(node.items), list(node.body)];
    case "Match":
      return [node.kind, structure(node.subject), list(node.cases)];
    case "Raise":
      return [node.kind, optional(node.exc), optional(node.cause)];
    case "Try":
    case "TryStar":
      return [node.kind, list(node.body), list(node.handlers), list(node.orelse), list(node.finalbody)];
    case "Assert":
      return [node.kind, structure(node.test), optional(node.msg)];
    case "Import":
      return [node.kind, list(node.names)];
    case "ImportFrom":
      return [node.kind, orNull(node.module), list(node.names), node.level];
    case "Global":
    case "Nonlocal":
      return [node.kind, node.names];
    case "Expr":
    case "YieldFrom":
    case "Await":
    case "Starred":
      return [node.kind, structure(node.value)];
    case "Pass":
    case "Break":
    case "Continue":
      return [node.kind];
    case "Invalid":
      return [node.kind, node.text];
    case "BoolOp":
      return [node.kind, [node.op], list(node.values)];
    case "NamedExpr":
      return [node.kind, structure(node.target), structure(node.value)];
    case "BinOp":
      return [node.kind, structure(node.left), [node.op], structure(node.right)];
    case "UnaryOp":
      return [node.kind, [node.op], structure(node.operand)];
    case "Lambda":
      return [node.kind, parameters(node.args), structure(node.body)];
    case "IfExp":
      return [node.kind, structure(node.test), structure(node.body), structure(node.orelse)];
    case "Dict":
      return [node.kind, node.items.map(({ key }) => optional(key)), node.items.map(({ value }) => structure(value))];
    case "DictItem":
      return [optional(node.key), structure(node.value)];
    case "Set":
    case "List":
    case "Tuple":
      return [node.kind, list(node.elts)];
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      return [node.kind, structure(node.elt), list(node.generators)];
    case "DictComp":
      return [node.kind, structure(node.key), structure(node.value), list(node.generators)];
    case "Compare":
      return [
        node.kind,
        structure(node.left),
        node.comparisons.map(({ op }) => [op]),
        node.comparisons.map(({ right }) => structure(right)),
      ];
    case "Call":
      return [node.kind, structure(node.func), list(node.args), list(node.keywords)];
    case "JoinedStr":
      return [node.kind, list(node.values)];
    case "FormattedValue":
      return [
        node.kind,
        structure(node.value),
        node.conversion === undefined ? -1 : conversions[node.conversion],
        optional(node.formatSpec),
      ];
    case "Constant":
      return [node.kind, constant(node.value)];
    case "Attribute":
      return [node.kind, structure(node.value), node.attr];
    case "Subscript":
      return [node.kind, structure(node.value), structure(node.slice)];
    case "Name":
      return [node.kind, node.id];
    case "Slice":
      return [node.kind, optional(node.lower), optional(node.upper), optional(node.step)];
    case "comprehension":
      return [node.kind, structure(node.target), structure(node.iter), list(node.ifs), node.isAsync ? 1 : 0];
    case "ExceptHandler":
      return [node.kind, optional(node.type), orNull(node.name), list(node.body)];
    case "arguments":
      return parameters(node);
    case "arg":
      return [node.kind, node.arg, optional(node.annotation)];
    case "keyword":
      return [node.kind, orNull(node.arg), structure(node.value)];
    case "alias":
      return [node.kind, node.name, orNull(node.asname)];
    case "withitem":
      return [node.kind, structure(node.contextExpr), optional(node.optionalVars)];
    case "match_case":
      return [node.kind, pattern(node.pattern), optional(node.guard), list(node.body)];
    case "TypeVar":
      return [node.kind, node.name, optional(node.bound)];
    case "ParamSpec":
    case "TypeVarTuple":
      return [node.kind, node.name];
    default:
      return pattern(node);
  }
}
