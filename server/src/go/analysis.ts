import { unknownType } from "../types/build.ts";
import type { Binding } from "../types/binding.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import type { CallTarget, GoAnalysis, GoError, GoPackages, GoSourceFile, Mode, Selection } from "./analysis-api.ts";
import { ProgramChecker } from "./analysis-program.ts";
import { defaultType, isUntypedNil } from "./check-types.ts";
import { plainValue } from "./constants.ts";
import { underlying } from "./check-identity.ts";
import type { CallExpr, Decl, Expr, File, FuncDecl, Ident, SelectorExpr, TypeSpec } from "./tree.ts";

export type * from "./analysis-api.ts";

/**
 * Checks a program as the Go compiler does and says what its expressions mean. Never throws. Names from packages without a stub have unknown
 * types, about which nothing is reported. With `previous`, only what a change can affect is checked again; `previous` must not be asked after
 * that. The result equals that of a fresh analysis.
 */
export function analyseGo(files: readonly GoSourceFile[], packages: GoPackages, previous?: GoAnalysis): GoAnalysis {
  const program = previous instanceof ProgramAnalysis ? previous.program : new ProgramChecker(packages);
  program.update(files, packages);
  return new ProgramAnalysis(program);
}

/** What a target tree is checked against. */
export interface CheckEnvironment {
  readonly packages: GoPackages;
  /** Other files of the same package, target trees as well. */
  readonly files?: readonly File[] | undefined;
}

/** The errors the Go compiler would report for a target tree, in which a name with a `packagePath` stands for that package. */
export function checkGoFile(file: File, environment: CheckEnvironment): GoError[] {
  const trees = [file, ...(environment.files ?? [])];
  const program = new ProgramChecker(environment.packages);
  program.update(
    trees.map((tree, i) => ({ path: String(i), tree })),
    environment.packages,
  );
  return program.errors.filter((error) => error.path === "0");
}

/** The answers of a checked program. */
class ProgramAnalysis implements GoAnalysis {
  readonly program: ProgramChecker;
  readonly errors: readonly GoError[];

  constructor(program: ProgramChecker) {
    this.program = program;
    this.errors = program.errors;
  }

  typeOf(node: Expr): Type {
    const info = this.program.facts.expressions.get(node);
    if (info !== undefined) return isUntypedNil(info.type) ? info.type : defaultType(info.type);
    return (node.kind === "Ident" ? this.program.facts.bindings.get(node)?.type : undefined) ?? unknownType;
  }

  modeOf(node: Expr): Mode {
    return this.program.facts.expressions.get(node)?.mode ?? "invalid";
  }

  constantOf(node: Expr): bigint | number | string | boolean | undefined {
    const info = this.program.facts.expressions.get(node);
    return info?.value === undefined || info.mode !== "constant"
      ? undefined
      : plainValue(info.value, underlying(info.type));
  }

  bindingOf(node: Ident): Binding | undefined {
    return this.program.facts.bindings.get(node);
  }

  selectionOf(node: SelectorExpr): Selection | undefined {
    return this.program.facts.selections.get(node);
  }

  callOf(node: CallExpr): CallTarget | undefined {
    return this.program.facts.calls.get(node);
  }

  isExternal(path: string): boolean {
    return !this.program.importPackage(path).known;
  }

  symbolOf(node: TypeSpec): TypeSymbol | undefined {
    return this.program.facts.symbols.get(node);
  }

  versionOf(node: Decl): object | undefined {
    return this.program.versionOf(node);
  }

  methodsOf(symbol: TypeSymbol): readonly FuncDecl[] {
    return this.program.methodsOf(symbol);
  }
}
