import {
  type ModuleSource,
  type PythonAnalysis,
  analysePython,
  pythonLibrary,
} from "../../server/src/python/analysis.ts";
import {
  allArguments,
  statementBlocks,
  statementExpressions,
  walkExpression,
} from "../../server/src/python/bind-visit.ts";
import { readModule } from "../../server/src/python/read-module.ts";
import type { ClassDef, Expression, PythonModule, PythonNodeOf, Statement } from "../../server/src/python/tree.ts";
import { SyntaxDocument } from "../../server/src/syntax/document.ts";
import { showType } from "../../server/src/types/show.ts";
import { grammars } from "./grammars.ts";

type FunctionNode = PythonNodeOf<"FunctionDef"> | PythonNodeOf<"AsyncFunctionDef">;

/** A program of one module or several, analysed, with the questions that tests ask of it by name. */
export class Analysed {
  readonly analysis: PythonAnalysis;
  readonly modules: readonly ModuleSource[];

  constructor(modules: readonly ModuleSource[], analysis: PythonAnalysis) {
    this.modules = modules;
    this.analysis = analysis;
  }

  statements(): Statement[] {
    const found: Statement[] = [];
    const visit = (body: readonly Statement[]): void => {
      for (const statement of body) {
        found.push(statement);
        for (const block of statementBlocks(statement)) visit(block);
      }
    };
    for (const { module } of this.modules) for (const unit of module.units) visit(unit.body);
    return found;
  }

  expressions(): Expression[] {
    const found: Expression[] = [];
    for (const statement of this.statements())
      for (const root of statementExpressions(statement)) walkExpression(root, (node) => void found.push(node));
    return found;
  }

  function(name: string): FunctionNode {
    const node = this.statements().find(
      (statement) =>
        (statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef") && statement.name === name,
    );
    if (node?.kind !== "FunctionDef" && node?.kind !== "AsyncFunctionDef") throw new Error(`no function ${name}`);
    return node;
  }

  class(name: string): ClassDef {
    const node = this.statements().find((statement) => statement.kind === "ClassDef" && statement.name === name);
    if (node?.kind !== "ClassDef") throw new Error(`no class ${name}`);
    return node;
  }

  /** `(a: int) -> str` */
  signature(name: string): string {
    const facts = this.analysis.functionFacts(this.function(name));
    return `(${facts.parameters.map((parameter) => `${parameter.name}: ${showType(parameter.type)}`).join(", ")}) -> ${showType(facts.result)}`;
  }

  /** The types of all bindings of a variable, in the order of their first occurrence. */
  variable(name: string): string {
    const types: string[] = [];
    const seen = new Set<unknown>();
    const add = (node: Parameters<PythonAnalysis["bindingOf"]>[0]): void => {
      const binding = this.analysis.bindingOf(node);
      if (binding === undefined || seen.has(binding)) return;
      seen.add(binding);
      types.push(showType(binding.type));
    };
    for (const statement of this.statements()) {
      if (statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef")
        for (const arg of allArguments(statement.args)) if (arg.arg === name) add(arg);
      if (statement.kind === "Match") for (const part of statement.cases) this.captures(part.pattern, name, add);
      if (statement.kind === "Try") for (const handler of statement.handlers) if (handler.name === name) add(handler);
      for (const root of statementExpressions(statement)) {
        walkExpression(root, (node) => {
          if (node.kind === "Lambda") for (const arg of allArguments(node.args)) if (arg.arg === name) add(arg);
          if (node.kind === "Name" && node.id === name) add(node);
        });
      }
    }
    return types.join(" / ");
  }

  private captures(
    pattern: object,
    name: string,
    add: (node: Parameters<PythonAnalysis["bindingOf"]>[0]) => void,
  ): void {
    for (const value of Object.values(pattern))
      if (typeof value === "object" && value !== null) this.captures(value as object, name, add);
    if (
      "kind" in pattern &&
      (pattern.kind === "MatchAs" || pattern.kind === "MatchStar") &&
      (pattern as { name?: string }).name === name
    )
      add(pattern as PythonNodeOf<"MatchAs">);
  }

  /** The type of the first argument of each call of `show`, a function that no test defines. */
  shown(): string {
    return this.expressions()
      .flatMap((node) =>
        node.kind === "Call" && node.func.kind === "Name" && node.func.id === "show" && node.args[0]
          ? [showType(this.analysis.typeOf(node.args[0]))]
          : [],
      )
      .join(" / ");
  }

  field(className: string, name: string): string {
    const field = this.analysis.symbolOf(this.class(className)).fields.get(name);
    return field ? showType(field.type) : "no field";
  }

  /** Everything that can be asked, as text. */
  dump(): string {
    const lines: string[] = [];
    for (const node of this.expressions()) {
      lines.push(`${node.kind} ${showType(this.analysis.typeOf(node))} >=${this.analysis.lowerBound(node)}`);
      if (node.kind === "Name") {
        const binding = this.analysis.bindingOf(node);
        lines.push(
          binding
            ? `${binding.id} ${binding.kind} ${showType(binding.type)} ${binding.assignments} ${binding.reads} ${binding.captured}`
            : `no binding of ${node.id}`,
        );
      }
      if (node.kind === "Call") {
        const target = this.analysis.callOf(node);
        lines.push(
          target
            ? `${target.kind} ${"name" in target ? target.name : ""} ${target.arguments.map((argument) => `${argument.name}:${showType(argument.type)}`).join()}`
            : "no target",
        );
      }
      if (node.kind === "Attribute") lines.push(this.analysis.attributeOf(node)?.kind ?? "no attribute");
    }
    for (const statement of this.statements()) {
      if (statement.kind === "FunctionDef" || statement.kind === "AsyncFunctionDef") {
        const facts = this.analysis.functionFacts(statement);
        lines.push(
          `${statement.name} ${showType(facts.type)} ${facts.canRaise.join()} ${facts.implicitRaises.join()} ${facts.mutatesParameters.join()}`,
        );
      }
      if (statement.kind === "ClassDef")
        for (const field of this.analysis.symbolOf(statement).fields.values())
          lines.push(`${statement.name}.${field.name} ${showType(field.type)}`);
    }
    return lines.join("\n");
  }
}

/** Reads a text as a module. */
export async function moduleOf(text: string, previous?: PythonModule): Promise<PythonModule> {
  const document = new SyntaxDocument(await grammars(), "python", text);
  const module = readModule(document, previous);
  document.dispose();
  return module;
}

/** Analyses one text, or several by the names of their modules. */
export async function analyse(
  texts: string | Readonly<Record<string, string>>,
  previous?: PythonAnalysis,
): Promise<Analysed> {
  const named = typeof texts === "string" ? { main: texts } : texts;
  const modules: ModuleSource[] = [];
  for (const [name, text] of Object.entries(named)) modules.push({ name, module: await moduleOf(text) });
  return new Analysed(modules, analysePython(modules, pythonLibrary(await grammars()), previous));
}
