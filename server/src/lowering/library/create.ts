import { packagePath } from "../../go/package-names.ts";
import type * as go from "../../go/tree.ts";
import { expression, text } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type * as py from "../../python/tree.ts";
import { listOf, noneType } from "../../types/build.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";
import type { GoLiftContext, PythonLiftContext, Report } from "../lift-context.ts";
import type { GoLowerContext, PythonLowerContext } from "../lower-context.ts";
import { Untranslatable } from "../untranslatable.ts";
import { elementOf } from "../go/collect.ts";
import { compareFunction } from "../go/equality.ts";
import { operationError } from "../go/raise.ts";
import * as build from "../go/syntax.ts";
import * as pyBuild from "../../python/build.ts";
import { raisedByName } from "../raises.ts";
import {
  asBytes,
  boundNames,
  finishGo,
  finishPython,
  isByteSlice,
  isNamed,
  isSimpleGo,
  isSimplePython,
} from "./finish.ts";
import type { LibraryIndex } from "./index.ts";
import { isOpenShape, prepareReading } from "./read-values.ts";
import { countMetavariables, instantiate } from "./instantiate.ts";
import { matchGoRow } from "./match-go.ts";
import { matchPythonRow } from "./match-python.ts";
import { CompiledRow, headOf, spell } from "./pattern.ts";
import type { PatternReaders } from "./readers.ts";
import { holds, knownOfGo, knownOfPython, type KnownOperand } from "./operand-facts.ts";
import type { LibraryRow, LibraryTable, LibraryTypePair, OperandFact, RowCaveat } from "./row.ts";
import { demanded, type TypeVariables } from "./type-pattern.ts";

/** Builds the index of all rows. Patterns are read when a call of their name is first met. */
export function createLibraryIndex(tables: readonly LibraryTable[], readers: PatternReaders): LibraryIndex {
  return new TableIndex(tables, readers);
}

class TableIndex implements LibraryIndex {
  readonly #rows = new Map<string, CompiledRow>();
  readonly #byPythonHead = new Map<string, CompiledRow[]>();
  readonly #byGoHead = new Map<string, CompiledRow[]>();
  readonly #goTypes = new Map<
    string,
    { readonly packagePath: string; readonly name: string; readonly pointer: boolean }
  >();
  readonly #pythonTypes = new Map<string, { readonly module: string; readonly name: string }>();

  readonly #pairs = new Map<string, LibraryTypePair>();
  readonly #goTexts = new Map<string, string>();
  readonly #readers: PatternReaders;

  constructor(tables: readonly LibraryTable[], readers: PatternReaders) {
    this.#readers = readers;
    for (const table of tables) {
      table.rows.forEach((row, position) => {
        const compiled = new CompiledRow(`${table.id}#${position}`, row, readers);
        this.#rows.set(compiled.id, compiled);
        if (row.only !== "go-to-python") append(this.#byPythonHead, headOf(row.python), compiled);
        if (row.only !== "python-to-go") append(this.#byGoHead, headOf(row.go), compiled);
      });
      for (const pair of table.types ?? []) this.#addType(pair);
    }
    // A pattern that says where its operands come from goes before one that takes any.
    for (const rows of this.#byGoHead.values()) rows.sort((a, b) => namesIn(b.row.go) - namesIn(a.row.go));
  }

  #addType(pair: LibraryTypePair): void {
    const [module, name] = splitPath(pair.python);
    const [path, typeName] = pair.go.includes(".") ? splitPath(pair.go) : ["universe", pair.go];
    const whole = packagePath(path) ?? path;
    if (pair.only !== "go-to-python") {
      this.#goTypes.set(pair.python, { packagePath: whole, name: typeName, pointer: pair.pointer === true });
      this.#pairs.set(pair.python, pair);
    }
    if (pair.only === "python-to-go") return;
    this.#pythonTypes.set(`${whole}.${typeName}`, { module, name });
    if (pair.goText !== undefined) this.#goTexts.set(`${whole}.${typeName}`, pair.goText);
  }

  goText(symbol: TypeSymbol, value: py.Expression, context: PythonLowerContext): py.Expression | undefined {
    const text = this.#goTexts.get(`${symbol.module}.${symbol.name}`);
    if (text === undefined) return undefined;
    const pattern = this.#readers.python(spell(text));
    return instantiate<py.Expression>(pattern, new Map([["x", [value]]]), (inner) =>
      finishPython(inner, new Map(), context),
    );
  }

  operation(
    symbol: TypeSymbol,
    operation: "str" | "repr" | "compare",
    operands: readonly go.Expr[],
    context: GoLowerContext,
  ): go.Expr | undefined {
    const pair = this.#pairs.get(`${symbol.module}.${symbol.name}`);
    const text = pair?.[operation];
    if (text === undefined) return undefined;
    const [x, y] = operands;
    const pattern = this.#readers.go(spell(text));
    const counts = countMetavariables(pattern);
    const once = (name: string, value: go.Expr): go.Expr =>
      (counts.get(name) ?? 0) > 1 && !isSimpleGo(value) ? context.temporary("value", value) : value;
    const bindings = new Map<string, readonly go.Expr[]>([["x", [once("x", x!)]]]);
    if (y) bindings.set("y", [once("y", y)]);
    return instantiate<go.Expr>(pattern, bindings, (inner) => finishGo(inner, context));
  }

  matchPython(node: py.Expression, context: PythonLiftContext): ir.LibraryCall | undefined {
    const head = pythonHead(node);
    const facts = {
      typeOf: (inner: py.Expression) => context.typeOf(inner),
      pathOf: (inner: py.Expression) => pathOf(inner, context),
      parameterOf: (call: py.Call, argument: py.Expression) =>
        context.analysis.callOf(call)?.arguments.find(({ values }) => values.includes(argument))?.name,
    };
    for (const row of this.#byPythonHead.get(head ?? "") ?? []) {
      const found = matchPythonRow(row, node, facts);
      if (!found) continue;
      const known = (name: string): readonly KnownOperand[] =>
        (found.captured.get(name) ?? []).map((item) => knownOfPython(item, context));
      if (!holdsFor(row.row.where, known)) continue;
      for (const caveat of caveatsFor(row.row, known)) context.report(node, caveat);
      const lift = (item: py.Expression, name: string): ir.Expression => {
        const pattern = row.type(name);
        if (pattern.kind === "name" && pattern.name === "elements") return asList(context.expression(item));
        const type = demanded(pattern, found.variables);
        const lifted = type === undefined ? context.expression(item) : context.coerced(item, type);
        return lifted.kind === "Closure" ? { ...lifted, isInner: true } : lifted;
      };
      const own = context.typeOf(node);
      if (row.row.types?.["result"] !== "None") return this.#call(row, found.captured, found.variables, own, lift);
      const call = this.#call(row, found.captured, found.variables, noneType, lift);
      return ["none", "unknown", "any"].includes(own.kind) ? call : { ...call, dropsResult: true };
    }
    return undefined;
  }

  matchGo(node: go.Expr, context: GoLiftContext): ir.LibraryCall | undefined {
    const head = goHead(node);
    const facts = {
      typeOf: (inner: go.Expr) => context.typeOf(inner),
      packageOf: (inner: go.Expr) => goPackageOf(inner, context),
    };
    for (const row of this.#byGoHead.get(head ?? "") ?? []) {
      const found = matchGoRow(row, node, facts, (name) => packagePath(name) ?? name);
      if (!found) continue;
      const known = (name: string): readonly KnownOperand[] =>
        (found.captured.get(name) ?? []).map((item) => knownOfGo(item, context));
      if (!holdsFor(row.row.where, known)) continue;
      for (const caveat of caveatsFor(row.row, known)) context.report(node, caveat);
      const lift = (item: go.Expr, name: string): ir.Expression => {
        const constant = row.row.where?.[name]?.startsWith("timeLayout")
          ? context.analysis.constantOf(item)
          : undefined;
        if (typeof constant === "string") return text(constant);
        const lifted = context.expression(item);
        return lifted.kind === "Closure" && row.row.starts?.includes(name) ? { ...lifted, isStarted: true } : lifted;
      };
      return this.#call(row, found.captured, found.variables, context.typeOf(node), lift);
    }
    return undefined;
  }

  #call<Node>(
    row: CompiledRow,
    captured: ReadonlyMap<string, readonly Node[]>,
    variables: TypeVariables,
    type: Type,
    lift: (node: Node, name: string) => ir.Expression,
  ): ir.LibraryCall {
    const captures: Record<string, ir.Expression> = {};
    for (const [name, nodes] of captured) {
      const isRest = row.row.python.includes(`$${name}...`);
      const lifted = nodes.map((node) => lift(node, name));
      captures[name] = isRest
        ? { sort: "expression", kind: "ListLiteral", type: listOf({ kind: "any" }), elements: lifted }
        : lifted[0]!;
    }
    return {
      sort: "expression",
      kind: "LibraryCall",
      row: row.id,
      captures,
      type,
      variables: Object.fromEntries(variables),
      ...(row.row.typed === undefined ? {} : { typed: "open" as const }),
      ...(row.row.grows === undefined ? {} : { grows: row.row.grows }),
      ...(row.row.ignoresOrder === true ? { ignoresOrder: true } : {}),
    };
  }

  lowerToGo(node: ir.LibraryCall, context: GoLowerContext): go.Expr {
    const row = this.#row(node);
    if (node.dropsResult)
      throw new Untranslatable(
        "dropped-result",
        `What \`${row.row.python.replaceAll("$", "")}\` gives is not translated; in Go the call has no such result.`,
      );
    const message =
      context.fails(node) && (row.row.fails ?? []).some((name) => context.facts.isCaught(name))
        ? row.message
        : undefined;
    const usual = (context.facts.hasGroupedDigits ? row.grouped : undefined) ?? row.go;
    const asserted = node.typed === "known" && isOpenShape(node.type) ? node.type : undefined;
    const pattern = node.typed === "known" && row.typed && !asserted ? row.typed : usual;
    if (node.typed === "known") prepareReading(node.type, context);
    const counts = new Map(countMetavariables(pattern));
    if (message)
      for (const [name, count] of countMetavariables(message)) counts.set(name, (counts.get(name) ?? 0) + count);
    const bindings = this.#bindings(node, counts, context, isSimpleGo);
    for (const [name, type] of Object.entries(node.variables ?? {}))
      if (!bindings.has(name)) bindings.set(name, [context.type(type)]);
    for (const name of counts.keys()) {
      const compared = /^([A-Z])_compare$/.exec(name)?.[1];
      const type = compared === undefined ? undefined : node.variables?.[compared];
      if (type) bindings.set(name, [compareFunction(type, context)]);
    }
    const lowered = instantiate<go.Expr>(pattern, bindings, (inner) => finishGo(inner, context));
    const typed = (value: go.Expr): go.Expr =>
      asserted ? { kind: "TypeAssertExpr", x: value, type: context.type(asserted), span: value.span } : value;
    if (!context.fails(node)) return typed(lowered);
    const [name] = row.row.fails ?? [];
    const outer = context.failure;
    const said = message && instantiate<go.Expr>(message, bindings, (inner) => finishGo(inner, context));
    const isToldApart = (row.row.fails ?? []).some((one) => context.facts.isDistinguished(one));
    const translated = (error: go.Expr): go.Expr => {
      if (row.error && isToldApart)
        return instantiate<go.Expr>(row.error, new Map([...bindings, ["error", [error]]]), (inner) =>
          finishGo(inner, context),
        );
      if (name === undefined || (said === undefined && !context.facts.isDistinguished(name))) return error;
      if (said === undefined)
        context.report(node, {
          severity: "caveat",
          code: "error-text",
          message: `The message of this ${name} is Go's own, which reads differently.`,
        });
      return operationError(name, said ?? build.call(build.selector(error, "Error")), context);
    };
    return context.withFailure(
      {
        propagate: (error, raised) =>
          outer.propagate(
            translated(error),
            raised ?? (name === undefined || row.row.fails!.length > 1 ? undefined : raisedByName(name)),
          ),
      },
      () => typed(context.failing(lowered, node)),
    );
  }

  lowerToPython(node: ir.LibraryCall, context: PythonLowerContext): py.Expression {
    const row = this.#row(node);
    const pattern = (context.facts.showsErrors ? row.exact : undefined) ?? row.python;
    const plain = this.#bindings(node, countMetavariables(pattern), context, isSimplePython);
    const bindings = new Map(
      [...plain].map(([name, values]) => [
        name,
        isByteSlice(node.captures[name]?.type) && isNamed(row.type(name), "bytes") ? values.map(asBytes) : values,
      ]),
    );
    const renamed = new Map(boundNames(pattern).map((name) => [name, context.fresh(name)]));
    const made = instantiate<py.Expression>(pattern, bindings, (inner) => finishPython(inner, renamed, context));
    return isByteSlice(node.type) && isNamed(row.type("result"), "bytes") ? pyBuild.call("list", [made]) : made;
  }

  /** The lowered operands by metavariable, each evaluated once and in the order of the source. */
  #bindings<Expression, Statement>(
    node: ir.LibraryCall,
    counts: ReadonlyMap<string, number>,
    context: {
      expressions(nodes: readonly ir.Expression[]): readonly Expression[];
      temporary(hint: string, value: Expression): Expression;
      emit(...statements: Statement[]): void;
    },
    isSimple: (expression: Expression) => boolean,
  ): Map<string, readonly Expression[]> {
    const names = Object.keys(node.captures);
    const groups = names.map((name) => {
      const capture = node.captures[name]!;
      return capture.kind === "ListLiteral" && isRestCapture(this.#row(node), name) ? capture.elements : [capture];
    });
    const lowered = [...context.expressions(groups.flat())];
    const order = [...counts.keys()].filter((name) => names.includes(name));
    const isReordered = order.some(
      (name, position) => names.filter((other) => order.includes(other))[position] !== name,
    );
    const needsNames = (name: string, expression: Expression): boolean =>
      !isSimple(expression) && ((counts.get(name) ?? 0) !== 1 || isReordered);
    const bindings = new Map<string, readonly Expression[]>();
    names.forEach((name, position) => {
      const own = lowered.splice(0, groups[position]!.length);
      bindings.set(
        name,
        own.map((expression) => (needsNames(name, expression) ? context.temporary(name, expression) : expression)),
      );
    });
    return bindings;
  }

  #row(node: ir.LibraryCall): CompiledRow {
    const row = this.#rows.get(node.row);
    if (!row) throw new Untranslatable("internal-error", `There is no library row ${node.row}.`);
    return row;
  }

  fails(row: string): boolean {
    return (this.#rows.get(row)?.row.fails?.length ?? 0) > 0;
  }

  neverFails(row: string): boolean {
    const { python, types } = this.#rows.get(row)?.row ?? {};
    return python === "None" && types?.["result"] === undefined;
  }

  rowOf(goSide: string): string {
    const row = this.#byGoHead.get(headOf(goSide))?.find((each) => each.row.go === goSide);
    if (row === undefined) throw new Error(`no row has the Go side ${goSide}`);
    return row.id;
  }

  goSide(row: string): string {
    return this.#rows.get(row)?.row.go ?? "";
  }

  raises(row: string): readonly string[] {
    return this.#rows.get(row)?.row.fails ?? [];
  }

  goType(
    symbol: TypeSymbol,
  ): { readonly packagePath: string; readonly name: string; readonly pointer: boolean } | undefined {
    return this.#goTypes.get(`${symbol.module}.${symbol.name}`);
  }

  pythonType(symbol: TypeSymbol): { readonly module: string; readonly name: string } | undefined {
    return this.#pythonTypes.get(`${symbol.module}.${symbol.name}`);
  }
}

function append(index: Map<string, CompiledRow[]>, head: string, row: CompiledRow): void {
  const list = index.get(head) ?? [];
  list.push(row);
  index.set(head, list);
}

function splitPath(path: string): readonly [string, string] {
  const dot = path.lastIndexOf(".");
  return [path.slice(0, dot), path.slice(dot + 1)];
}

function isRestCapture(row: CompiledRow, name: string): boolean {
  return row.row.python.includes(`$${name}...`) || row.row.go.includes(`$${name}...`);
}

function pythonHead(node: py.Expression): string | undefined {
  if (node.kind === "Call") return pythonHead(node.func);
  if (node.kind === "Attribute") return node.attr;
  if (node.kind === "BinOp") return pythonOperators[node.op];
  if (node.kind === "Compare")
    return node.comparisons.length === 1 ? pythonOperators[node.comparisons[0]!.op] : undefined;
  if (node.kind === "Subscript") return "[]";
  return node.kind === "Name" ? node.id : undefined;
}

const pythonOperators: Readonly<Record<string, string>> = {
  Add: "+",
  Sub: "-",
  Mult: "*",
  Div: "/",
  FloorDiv: "//",
  Mod: "%",
  BitAnd: "&",
  BitOr: "|",
  BitXor: "^",
  Eq: "==",
  NotEq: "!=",
  Lt: "<",
  LtE: "<=",
  Gt: ">",
  GtE: ">=",
};

function goHead(node: go.Expr): string | undefined {
  if (node.kind === "CallExpr") return goHead(node.fun);
  if (node.kind === "SelectorExpr") return node.sel.name;
  if (node.kind === "BinaryExpr") return node.op;
  return node.kind === "Ident" ? node.name : undefined;
}

function pathOf(node: py.Expression, context: PythonLiftContext): string | undefined {
  if (node.kind === "Name") {
    const binding = context.analysis.bindingOf(node);
    if (binding === undefined || binding.kind === "builtin") return node.id;
    return binding.kind === "import" ? binding.importPath : undefined;
  }
  if (node.kind !== "Attribute") return undefined;
  const target = context.analysis.attributeOf(node);
  return target?.kind === "library" ? target.path : undefined;
}

function goPackageOf(node: go.Expr, context: GoLiftContext): string | undefined {
  if (node.kind !== "Ident" || context.analysis.modeOf(node) !== "package") return undefined;
  return context.analysis.bindingOf(node)?.importPath;
}

function holdsFor(
  facts: Readonly<Record<string, OperandFact>> | undefined,
  known: (name: string) => readonly KnownOperand[],
): boolean {
  return Object.entries(facts ?? {}).every(([name, fact]) => known(name).every((operand) => holds(fact, operand)));
}

function caveatsFor(row: LibraryRow, known: (name: string) => readonly KnownOperand[]): readonly Report[] {
  const isRuledOut = ({ unless }: RowCaveat): boolean =>
    Object.entries(unless ?? {}).some(([name, fact]) => known(name).every((operand) => holds(fact, operand)));
  return (row.caveats ?? [])
    .filter((caveat) => !isRuledOut(caveat))
    .map(({ code, severity, message }) => ({ code, severity, message }));
}

function asList(operand: ir.Expression): ir.Expression {
  return operand.type.kind === "list" ? operand : expression("Collect", listOf(elementOf(operand)), { operand });
}

/** How many names a pattern such as `slices.Sorted(maps.Keys($d))` asks for. */
function namesIn(pattern: string): number {
  return pattern.match(/(?<![$\w])[A-Za-z_]\w*/g)?.length ?? 0;
}
