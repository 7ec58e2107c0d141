import type { Language } from "../../base/language.ts";
import type { IrModule, LiftedUnit } from "../../ir/module.ts";
import type * as ir from "../../ir/node.ts";
import { walk } from "../../ir/walk.ts";
import { orderForPython } from "./module-order.ts";
import { arrangeWeb, concernsWeb, functionsOf, servesItself } from "./web.ts";
import type { Binding } from "../../types/binding.ts";
import type { Type, TypeSymbol } from "../../types/type.ts";

/** The unit that holds what a Python module does when it runs, gathered from all of it. */
const mainUnit = "main";

/**
 * Arranges a Python module as a Go package: variables that functions use become variables of the package, and all other statements, in order, the body
 * of one TopLevel at the end. What a global is first set to stays where the module sets it unless nothing before can observe it. Modules for Python
 * stay as they are.
 */
export function arrangeModule(module: IrModule, target: Language): IrModule {
  if (module.language === "go") return target === "python" ? orderForPython(gatherMethods(module)) : module;
  if (target === "python") return module;
  const shared = sharedGlobals(module);
  const body: ir.Statement[] = [];
  const includes = new Set<string>();
  const declared = new Set<Binding>();
  let guarded = false;
  let firstGuarded = Infinity;
  const units = module.units.map((unit): LiftedUnit => {
    if (unit.declarations.every((declaration) => declaration.kind !== "TopLevel")) return unit;
    const kept: ir.Declaration[] = [];
    for (const declaration of unit.declarations) {
      if (declaration.kind !== "TopLevel") {
        kept.push(declaration);
        continue;
      }
      guarded ||= declaration.guarded;
      if (declaration.guarded) firstGuarded = Math.min(firstGuarded, body.length);
      for (const statement of declaration.body) {
        const hoisted = body.length === 0 || isInert(statement) ? asGlobal(statement, shared) : undefined;
        if (hoisted && !declared.has((hoisted.target as ir.Variable).binding)) {
          declared.add((hoisted.target as ir.Variable).binding);
          kept.push(hoisted);
          continue;
        }
        declareGlobals(statement, shared, declared, kept);
        body.push(statement);
        includes.add(unit.unit);
      }
    }
    return { unit: unit.unit, declarations: kept };
  });
  if (body.length === 0) return { ...module, units };
  const arranged = concernsWeb(body) ? webMain(body, firstGuarded, units, shared) : body;
  const main: ir.TopLevel = {
    sort: "declaration",
    kind: "TopLevel",
    body: arranged,
    guarded,
    origin: body[0]!.origin,
  };
  return { ...module, units: [...units, { unit: mainUnit, declarations: [main], includes: [...includes] }] };
}

/** The statements of a module that makes an application of FastAPI, in the order that Gin needs. */
function webMain(
  body: readonly ir.Statement[],
  guarded: number,
  units: readonly LiftedUnit[],
  shared: ReadonlySet<Binding>,
): readonly ir.Statement[] {
  const declarations = units.flatMap((unit) => unit.declarations);
  const made = [
    ...body.flatMap((statement) => (statement.kind === "Assign" ? [[statement.targets[0]!, statement.value]] : [])),
    ...declarations.flatMap((declaration) =>
      declaration.kind === "Global" && declaration.value ? [[declaration.target, declaration.value]] : [],
    ),
  ] as const;
  return arrangeWeb(body, guarded, functionsOf(declarations), {
    serves: servesItself([...declarations, ...body]),
    takesTurns: [...shared].some((binding) => binding.assignments > 1 || mutableKinds.has(binding.type.kind)),
    applications: made.flatMap(([target, value]) =>
      target && value?.kind === "WebApplication" && value.form === "application" ? [target] : [],
    ),
  });
}

const mutableKinds: ReadonlySet<Type["kind"]> = new Set(["dict", "list", "set", "named"]);

/** Methods of Go, which stand anywhere in the package, move into their types: Python has them inside the class. */
function gatherMethods(module: IrModule): IrModule {
  const methods = new Map<TypeSymbol, Moved[]>();
  const owners = new Set<TypeSymbol>();
  const concerned = module.units.map((unit) => {
    const own = methodsAndOwners(unit.declarations);
    for (const owner of own.owners) owners.add(owner);
    for (const method of own.methods) {
      const list = methods.get(method.symbol!);
      if (list) list.push({ unit: unit.unit, method });
      else methods.set(method.symbol!, [{ unit: unit.unit, method }]);
    }
    return own;
  });
  const units = module.units.map((unit, position): LiftedUnit => {
    const own = concerned[position]!;
    const gathered = own.owners.flatMap((owner) => methods.get(owner) ?? []);
    if (gathered.length === 0 && !own.methods.some((method) => owners.has(method.symbol!))) return unit;
    const declarations = unit.declarations.flatMap((declaration): readonly ir.Declaration[] => {
      if (declaration.kind === "Function" && declaration.symbol && owners.has(declaration.symbol)) return [];
      return isOwner(declaration) ? [withMethods(declaration, methods.get(declaration.symbol) ?? [])] : [declaration];
    });
    return { unit: unit.unit, declarations, includes: gathered.map((entry) => entry.unit) };
  });
  return { ...module, units };
}

/** A method and the unit that it comes from. */
interface Moved {
  readonly unit: string;
  readonly method: ir.Function;
}

/** What a unit has to do with methods: mostly nothing. Known for each list of declarations once. */
interface MethodsAndOwners {
  readonly methods: readonly ir.Function[];
  readonly owners: readonly TypeSymbol[];
}

const knownMethods = new WeakMap<readonly ir.Declaration[], MethodsAndOwners>();

function methodsAndOwners(declarations: readonly ir.Declaration[]): MethodsAndOwners {
  let known = knownMethods.get(declarations);
  if (!known) {
    const methods = declarations.flatMap((declaration) =>
      declaration.kind === "Function" && declaration.symbol ? [declaration] : [],
    );
    const owners = declarations.flatMap((declaration) => (isOwner(declaration) ? [declaration.symbol] : []));
    knownMethods.set(declarations, (known = { methods, owners }));
  }
  return known;
}

const gatheredInto = new WeakMap<ir.Declaration, ir.Record | ir.TypeDefinition>();

/** The type with the methods; the same object as before while the methods are the same. */
function withMethods(
  declaration: ir.Record | ir.TypeDefinition,
  moved: readonly Moved[],
): ir.Record | ir.TypeDefinition {
  const methods = [...declaration.methods, ...moved.map(({ method }) => method)];
  const known = gatheredInto.get(declaration);
  if (known?.methods.length === methods.length && known.methods.every((method, i) => method === methods[i]))
    return known;
  const gathered = { ...declaration, methods };
  gatheredInto.set(declaration, gathered);
  return gathered;
}

function isOwner(declaration: ir.Declaration): declaration is ir.Record | ir.TypeDefinition {
  return declaration.kind === "Record" || declaration.kind === "TypeDefinition";
}

const sharedByDeclaration = new WeakMap<ir.Declaration, ReadonlySet<Binding>>();

/** The module's variables that a function, class or closure refers to. */
function sharedGlobals(module: IrModule): ReadonlySet<Binding> {
  const shared = new Set<Binding>();
  for (const { declarations } of module.units) {
    for (const declaration of declarations) {
      let own = sharedByDeclaration.get(declaration);
      if (!own) sharedByDeclaration.set(declaration, (own = sharedBy(declaration)));
      for (const binding of own) shared.add(binding);
    }
  }
  return shared;
}

function sharedBy(declaration: ir.Declaration): ReadonlySet<Binding> {
  const shared = new Set<Binding>();
  const inside = (node: ir.Node): void =>
    walk(node, (inner) => {
      if (inner.kind === "Variable" && (inner.binding.kind === "global" || inner.binding.kind === "constant"))
        shared.add(inner.binding);
    });
  if (declaration.kind !== "TopLevel") inside(declaration);
  else
    for (const statement of declaration.body)
      walk(statement, (node) =>
        node.kind === "Closure" || node.kind === "LocalDeclaration" ? (inside(node), false) : undefined,
      );
  return shared;
}

/** `name = value` of a shared variable, as a declaration of the package. */
function asGlobal(statement: ir.Statement, shared: ReadonlySet<Binding>): ir.Global | undefined {
  if (statement.kind !== "Assign" || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  if (target?.kind !== "Variable" || !(shared.has(target.binding) || isOffered(target.binding, statement)))
    return undefined;
  const { origin, leading, trailing, blankBefore } = statement;
  const constant = target.binding.assignments === 1 && isConstant(statement.value);
  const decoration = {
    ...(leading ? { leading } : {}),
    ...(trailing ? { trailing } : {}),
    ...(blankBefore ? { blankBefore } : {}),
  };
  return {
    sort: "declaration",
    kind: "Global",
    target,
    value: statement.value,
    typed: false,
    constant,
    origin,
    ...decoration,
  };
}

/** A shared variable that is set after other things have happened is declared for the package, and set where the module sets it. */
function declareGlobals(
  statement: ir.Statement,
  shared: ReadonlySet<Binding>,
  declared: Set<Binding>,
  kept: ir.Declaration[],
): void {
  walk(statement, (node) => {
    const targets = node.kind === "Assign" ? node.targets : node.kind === "ForEach" ? [node.target] : [];
    for (const target of targets.flatMap((item) => (item.kind === "TupleLiteral" ? item.elements : [item]))) {
      if (target.kind !== "Variable" || !shared.has(target.binding) || declared.has(target.binding)) continue;
      declared.add(target.binding);
      kept.push({
        sort: "declaration",
        kind: "Global",
        target,
        typed: true,
        constant: false,
        origin: statement.origin,
      });
    }
  });
}

/** Whether a module sets the variable for others to read: a constant, or something that the module itself never reads. */
function isOffered(binding: Binding, statement: ir.Assign): boolean {
  return isInert(statement) && (binding.kind === "constant" || binding.reads === 0);
}

const inertKinds: ReadonlySet<string> = new Set([
  "IntegerLiteral",
  "FloatLiteral",
  "StringLiteral",
  "BytesLiteral",
  "BooleanLiteral",
  "NoneLiteral",
  "ListLiteral",
  "TupleLiteral",
  "SetLiteral",
  "DictLiteral",
  "Negate",
  "Closure",
]);

/** Whether the statement only sets a variable to something whose making nothing can observe. */
function isInert(statement: ir.Statement): boolean {
  if (statement.kind !== "Assign") return false;
  let inert = true;
  walk(statement.value, (node) => {
    inert &&= inertKinds.has(node.kind);
    return node.kind !== "Closure";
  });
  return inert;
}

function isConstant(value: ir.Expression): boolean {
  if (value.kind === "Negate") return isConstant(value.operand);
  return (
    value.kind === "IntegerLiteral" ||
    value.kind === "FloatLiteral" ||
    value.kind === "StringLiteral" ||
    value.kind === "BooleanLiteral"
  );
}
