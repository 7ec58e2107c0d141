import type { Language } from "../base/language.ts";
import type { Origin } from "../base/origin.ts";
import type * as go from "../go/tree.ts";
import type { IrModule } from "../ir/module.ts";
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
function prepare(module: IrModule, declarations: readonly ir.Declaration[], input: LoweringInput, sink: DiagnosticSink): readonly ir.Declaration[] {
  let temporaries = 0;
  return runPasses(
    declarations,
    {
      source: module.language,
      target: input.target,
      facts: input.facts,
      isGlobal: (binding) => input.names.global(binding) !== undefined,
      raises: (nodes) => input.facts.raised(raiseSites(nodes, input.environment.library).filter((site) => !site.isImplicit)),
      report: (node, report) => sink.add({ ...report, range: node.origin?.ranges[0] }),
      temporary: (name, type) => ({ name, kind: "local", id: `pass/${temporaries++}`, type, captured: false, assignments: 1, reads: 1 }),
    },
    input.observe,
  );
}

export function lowerToGo(module: IrModule, input: LoweringInput): readonly LoweredUnit<go.Decl>[] {
  return module.units.map((unit) => {
    const sink = new DiagnosticSink();
    const declarations = prepare(module, unit.declarations, input, sink);
    const lowerer = new GoLowerer(input.environment.registry, input.environment.library, input.facts, input.names, input.sourceText);
    const nodes = declarations.flatMap((declaration) => lowerer.lower(declaration));
    return { unit: unit.unit, nodes, helpers: lowerer.helpers, imports: [], diagnostics: [...sink.all, ...lowerer.sink.all] };
  });
}

export function lowerToPython(module: IrModule, input: LoweringInput): readonly LoweredUnit<py.Statement>[] {
  return module.units.map((unit) => {
    const sink = new DiagnosticSink();
    const declarations = prepare(module, unit.declarations, input, sink);
    const lowerer = new PythonLowerer(input.environment.registry, input.environment.library, input.facts, input.names, input.sourceText);
    const nodes = declarations.flatMap((declaration) => lowerer.lower(declaration));
    return { unit: unit.unit, nodes, helpers: lowerer.helpers, imports: lowerer.imports, diagnostics: [...sink.all, ...lowerer.sink.all] };
  });
}
