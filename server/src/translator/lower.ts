import { mentionedInGo, mentionedInPython } from "./mentioned.ts";
import type { Language } from "../base/language.ts";
import type { Origin } from "../base/origin.ts";
import type * as go from "../go/tree.ts";
import type { IrModule, LiftedUnit } from "../ir/module.ts";
import type * as ir from "../ir/node.ts";
import { DiagnosticSink, type UnitDiagnostic } from "../lowering/diagnostics.ts";
import type { ProgramFacts } from "../lowering/facts.ts";
import { GoLowerer } from "../lowering/lower-go.ts";
import { PythonLowerer, type NeededImport } from "../lowering/lower-python.ts";
import { runPasses, type PassObserver } from "../lowering/passes/index.ts";
import { raiseSites } from "../lowering/raises.ts";
import type { ProgramNames } from "../lowering/program-names.ts";
import type * as py from "../python/tree.ts";
import type { Environment } from "./environment.ts";

/** One unit in the target language. */
export interface LoweredUnit<Node> {
  readonly unit: string;
  readonly nodes: readonly Node[];
  readonly helpers: ReadonlySet<string>;
  readonly imports: readonly NeededImport[];
  readonly diagnostics: readonly UnitDiagnostic[];
  /** Units of the source that this one holds besides its own. */
  readonly includes: readonly string[];
}

/** What lowering a module needs besides the module. */
export interface LoweringInput {
  readonly environment: Environment;
  readonly facts: ProgramFacts;
  readonly names: ProgramNames;
  readonly target: Language;
  readonly sourceText: (origin: Origin) => string;
  readonly observe?: PassObserver | undefined;
}

/** Runs the passes over one unit. */
function prepare(
  module: IrModule,
  declarations: readonly ir.Declaration[],
  input: LoweringInput,
  sink: DiagnosticSink,
): readonly ir.Declaration[] {
  let temporaries = 0;
  return runPasses(
    declarations,
    {
      source: module.language,
      target: input.target,
      facts: input.facts,
      idioms: input.environment.registry.idioms,
      isGlobal: (binding) => input.names.global(binding) !== undefined,
      raises: (nodes) =>
        input.facts.raised(raiseSites(nodes, input.environment.library).filter((site) => !site.isImplicit)),
      rowFails: (row) => input.environment.library.fails(row),
      goSide: (row) => input.environment.library.goSide(row),
      rowOf: (goSide) => input.environment.library.rowOf(goSide),
      report: (node, report) => sink.add({ ...report, range: node.origin?.ranges[0] }),
      temporary: (name, type) => ({
        name,
        kind: "local",
        id: `pass/${temporaries++}`,
        type,
        captured: false,
        assignments: 1,
        reads: 1,
      }),
    },
    input.observe,
  );
}

/** What lowering remembers: the units lowered with the same facts and names, by the identity of their IR. */
export interface LoweringMemory<Node> {
  readonly facts: ProgramFacts;
  readonly names: ProgramNames;
  readonly units: WeakMap<readonly ir.Declaration[], LoweredUnit<Node>>;
}

/** The memory to go on with: that of before where facts and names are the same, else an empty one. */
export function loweringMemory<Node>(
  input: LoweringInput,
  previous: LoweringMemory<Node> | undefined,
): LoweringMemory<Node> {
  if (previous !== undefined && previous.facts === input.facts && previous.names === input.names) return previous;
  return { facts: input.facts, names: input.names, units: new WeakMap() };
}

export function lowerToGo(
  module: IrModule,
  input: LoweringInput,
  memory: LoweringMemory<go.Decl>,
): readonly LoweredUnit<go.Decl>[] {
  return module.units.map((unit) =>
    remembered(unit, memory, () => {
      const sink = new DiagnosticSink();
      const declarations = prepare(module, unit.declarations, input, sink);
      const lowerer = new GoLowerer(
        input.environment.registry,
        input.environment.library,
        input.facts,
        input.names,
        input.sourceText,
        input.environment.declaresStubs,
      );
      const nodes = declarations
        .flatMap((declaration) => lowerer.lower(declaration))
        .map((decl) => ({ ...decl, blankBefore: true }));
      return {
        unit: unit.unit,
        nodes,
        helpers: mentionedInGo(lowerer.helpers, nodes, input.environment.helpers),
        imports: [],
        diagnostics: [...sink.all, ...lowerer.sink.all],
        includes: unit.includes ?? [],
      };
    }),
  );
}

export function lowerToPython(
  module: IrModule,
  input: LoweringInput,
  memory: LoweringMemory<py.Statement>,
): readonly LoweredUnit<py.Statement>[] {
  return module.units.map((unit) =>
    remembered(unit, memory, () => {
      const sink = new DiagnosticSink();
      const declarations = prepare(module, unit.declarations, input, sink);
      const lowerer = new PythonLowerer(
        input.environment.registry,
        input.environment.library,
        input.facts,
        input.names,
        input.sourceText,
        input.environment.declaresStubs,
      );
      const nodes = declarations.flatMap((declaration) => lowerer.lower(declaration));
      return {
        unit: unit.unit,
        nodes,
        helpers: mentionedInPython(lowerer.helpers, nodes, input.environment.helpers),
        imports: lowerer.imports,
        diagnostics: [...sink.all, ...lowerer.sink.all],
        includes: unit.includes ?? [],
      };
    }),
  );
}

function remembered<Node>(
  unit: LiftedUnit,
  memory: LoweringMemory<Node>,
  lower: () => LoweredUnit<Node>,
): LoweredUnit<Node> {
  const known = memory.units.get(unit.declarations);
  if (known !== undefined && known.unit === unit.unit) return known;
  const made = lower();
  memory.units.set(unit.declarations, made);
  return made;
}
