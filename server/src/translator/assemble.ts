import type { Comment } from "../base/syntax-node.ts";
import type { Language } from "../base/language.ts";
import { emptySpan } from "../base/span.ts";
import type * as go from "../go/tree.ts";
import type { IrModule } from "../ir/module.ts";
import type { Limit } from "../lowering/limits.ts";
import type { HelperDefinition } from "../lowering/helper.ts";
import { stubDefinition } from "../lowering/stub.ts";
import * as build from "../python/build.ts";
import type * as py from "../python/tree.ts";
import { hasForwardReferences } from "../python/forward-references.ts";
import { walk } from "../python/walk.ts";
import type { NeededImport } from "../lowering/lower-python.ts";
import type { LoweredUnit } from "./lower.ts";

/** The helpers that the units ask for and those that these need, by name. */
export function neededHelpers(
  asked: Iterable<string>,
  known: ReadonlyMap<string, HelperDefinition>,
  target: Language,
): readonly HelperDefinition[] {
  const needed = new Map<string, HelperDefinition>();
  const add = (name: string): void => {
    const helper = known.get(name) ?? stubDefinition(name, target);
    if (!helper || needed.has(name)) return;
    needed.set(name, helper);
    helper.uses?.forEach(add);
  };
  [...asked].sort().forEach(add);
  const sorted = [...needed.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
  // A class of Python must stand behind the one that it inherits from.
  const isBase = ({ name }: HelperDefinition): boolean =>
    sorted.some(({ source }) => new RegExp(`^class \\w+\\(${name}\\b`, "m").test(source));
  return [...sorted.filter(isBase), ...sorted.filter((helper) => !isBase(helper))];
}

function docComments(documentation: string | undefined): readonly Comment[] {
  return (documentation ?? "")
    .split("\n")
    .filter((line, _position, all) => line !== "" || all.length > 1)
    .map((text) => ({ text: text.trimEnd(), block: false }));
}

/** A Go file of the units: package clause, declarations (imports follow when it has been checked), with what several units put into `main` joined. */
export function assembleGo(
  module: IrModule,
  units: readonly LoweredUnit<go.Decl>[],
  helperDecls: readonly go.Decl[],
  packageName: string,
): go.File {
  const decls = joinMains(units.flatMap((unit) => unit.nodes));
  const clause: go.PackageClause = {
    kind: "PackageClause",
    name: { kind: "Ident", name: packageName, span: emptySpan },
    span: emptySpan,
  };
  const leading = [...module.header, ...docComments(module.documentation)];
  return {
    kind: "File",
    package: leading.length > 0 ? { ...clause, leading } : clause,
    decls: [...decls, ...helperDecls],
    span: emptySpan,
  };
}

function joinMains(decls: readonly go.Decl[]): readonly go.Decl[] {
  const mains = decls.filter(
    (decl): decl is go.FuncDecl => decl.kind === "FuncDecl" && decl.recv === undefined && decl.name.name === "main",
  );
  const [first] = mains;
  if (first === undefined || mains.length < 2) return decls;
  const list = mains.flatMap((main) => main.body?.list ?? []);
  const joined: go.FuncDecl = { ...first, body: { ...first.body!, list } };
  const others = decls.filter((decl) => !mains.includes(decl as go.FuncDecl));
  return [...others, joined];
}

/** A Python module of the units: docstring, imports, helpers, statements. Imports that nothing uses any more are left out. */
export function assemblePython(
  module: IrModule,
  units: readonly LoweredUnit<py.Statement>[],
  helperStatements: readonly py.Statement[],
  limits: readonly Limit[] = [],
): py.Module {
  const helpers = helperStatements.filter(
    (statement) => statement.kind !== "Import" && statement.kind !== "ImportFrom",
  );
  const used = namesIn([...units.flatMap((unit) => unit.nodes), ...helpers]);
  const present = new Set<string>();
  const imports: NeededImport[] = [];
  for (const needed of [...units.flatMap((unit) => unit.imports), ...helperStatements.flatMap(importedBy)]) {
    const key = `${needed.module}:${needed.name ?? ""}:${needed.typeVariable ?? ""}`;
    if (!present.has(key) && used.has(needed.typeVariable ?? needed.name ?? needed.module.split(".")[0]!))
      imports.push(needed);
    present.add(key);
  }
  const body = units.flatMap((unit) => unit.nodes);
  if (module.language === "go" && body.some((node) => node.kind === "AsyncFunctionDef" && isMain(node)))
    imports.push({ module: "asyncio" });
  const isProgram = module.packageName === "main" && body.some(isMain);
  if (limits.length > 0 && isProgram) imports.push({ module: "sys" });
  const futures = body.filter(isFuture);
  const rest = body.filter((statement) => !isFuture(statement));
  const docstring =
    module.documentation === undefined || module.documentation === "" ? [] : [build.docstring(module.documentation)];
  const importStatements = importsOf(imports);
  const variables = imports.flatMap(({ typeVariable }) => (typeVariable === undefined ? [] : [typeVariable])).sort();
  // A generic class of Go is a plain one here, which cannot be given type arguments when an annotation is evaluated.
  const isDeferred = futures.length > 0 || (variables.length === 0 && !hasForwardReferences([...helpers, ...rest]));
  const declared = variables.map((name) =>
    build.assign(build.name(name), build.call(build.name("TypeVar"), [build.str(name)])),
  );
  const head = [
    ...docstring,
    ...(isDeferred ? futures : [build.importFrom("__future__", [build.alias("annotations")])]),
    ...importStatements,
    ...declared,
  ];
  // Readers want their own code first: helpers stand behind it unless something runs before they would be there.
  const isNeededFirst =
    module.language !== "go" ||
    rest.some((statement) => mentionsAtOnce(statement, helpers) || callsAtOnce(statement, rest));
  const all = isNeededFirst ? [...head, ...helpers, ...rest] : [...head, ...rest, ...helpers];
  const runsMain =
    module.language === "go" && module.packageName === "main" && units.some((unit) => unit.nodes.some(isMain));
  if (runsMain)
    all.push(
      mainGuard(
        limits,
        units.flatMap((unit) => unit.nodes).some((node) => isMain(node) && node.kind === "AsyncFunctionDef"),
      ),
    );
  const [first, ...others] = all;
  const commented =
    first !== undefined && module.header.length > 0
      ? [{ ...first, leading: [...module.header, ...(first.leading ?? [])] }, ...others]
      : all;
  return build.module(commented);
}

/** The imports that a helper brings along. */
function importedBy(statement: py.Statement): readonly NeededImport[] {
  if (statement.kind === "Import") return statement.names.map(({ name }) => ({ module: name }));
  if (statement.kind === "ImportFrom" && statement.module !== undefined)
    return statement.names.map(({ name }) => ({ module: statement.module!, name }));
  return [];
}

/** Every name that the statements mention. */
function namesIn(statements: readonly py.Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of statements) walk(statement, (node) => void (node.kind === "Name" && names.add(node.id)));
  return names;
}

/** Whether a statement mentions one of the helpers where it runs at once: bodies of functions run later. */
function mentionsAtOnce(statement: py.Statement, helpers: readonly py.Statement[]): boolean {
  const names = new Set(
    helpers.flatMap((helper) => {
      if ("name" in helper && typeof helper.name === "string") return [helper.name];
      return helper.kind === "Assign" ? helper.targets.flatMap((one) => (one.kind === "Name" ? [one.id] : [])) : [];
    }),
  );
  let found = false;
  const visit = (node: py.PythonNode): void =>
    walk(node, (inner) => {
      if (inner.kind === "Name") found ||= names.has(inner.id);
      if (inner.kind !== "FunctionDef" && inner.kind !== "AsyncFunctionDef") return true;
      [...inner.decoratorList, inner.args].forEach(visit);
      return false;
    });
  visit(statement);
  return found;
}

/** Whether a statement that is no definition calls a function of the module. */
function callsAtOnce(statement: py.Statement, module: readonly py.Statement[]): boolean {
  if (statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef" || statement.kind === "ClassDef")
    return false;
  const own = new Set(
    module.flatMap((other) => (other.kind === "FunctionDef" || other.kind === "ClassDef" ? [other.name] : [])),
  );
  let found = false;
  walk(statement, (node) => {
    if (node.kind === "Call" && node.func.kind === "Name") found ||= own.has(node.func.id);
    return node.kind !== "Lambda";
  });
  return found;
}

function isMain(statement: py.Statement): boolean {
  return (statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef") && statement.name === "main";
}

/** `if __name__ == "__main__":`, which calls or runs `main`. */
function mainGuard(limits: readonly Limit[], isAsync: boolean): py.Statement {
  const call = build.call(build.name("main"));
  const run = isAsync ? build.call(build.attribute(build.name("asyncio"), "run"), [call]) : call;
  return build.ifStatement(build.compare(build.name("__name__"), "Eq", build.str("__main__")), [
    ...limits.map(lifted),
    build.expr(run),
  ]);
}

/** Go's stacks grow as far as memory goes, and its numbers are written however long they are. */
function lifted(limit: Limit): py.Statement {
  const [name, value] =
    limit === "recursion"
      ? (["setrecursionlimit", build.int(10_000_000n, undefined, "10_000_000")] as const)
      : (["set_int_max_str_digits", build.int(0)] as const);
  return build.expr(build.call(build.attribute(build.name("sys"), name), [value]));
}

function isFuture(statement: py.Statement): boolean {
  return statement.kind === "ImportFrom" && statement.module === "__future__";
}

function importsOf(imports: readonly NeededImport[]): readonly py.Statement[] {
  const whole = [
    ...new Set(imports.filter((needed) => needed.name === undefined).map((needed) => needed.module)),
  ].sort();
  const byModule = new Map<string, string[]>();
  for (const { module, name } of imports)
    if (name !== undefined)
      byModule.set(module, [...(byModule.get(module) ?? []).filter((other) => other !== name), name]);
  const from = [...byModule].sort(([left], [right]) => (left < right ? -1 : 1));
  return [
    ...whole.map((name) => build.importNames([name])),
    ...from.map(([module, names]) => build.importFrom(module, names.sort())),
  ];
}
