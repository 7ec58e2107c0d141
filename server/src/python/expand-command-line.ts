import * as build from "./build.ts";
import { textOf } from "./expand-argument.ts";
import { CommandLineWriter, usageOf } from "./expand-command-line-parse.ts";
import { CommandLineReader, type CommandLine, type Step } from "./expand-command-line-scope.ts";
import type { CommandLineNames } from "./expand-command-line-values.ts";
import { environmentOf, type ExpansionEnvironment, unitNames } from "./expand-environment.ts";
import { copyAt, isDefinition, parametersOf, rebuild, type Definition } from "./expand-tree.ts";
import { asUnits } from "./expand-units.ts";
import type { Call, Expression, PythonNode, PythonUnit, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/*
 * A program's `argparse.ArgumentParser`, whose values are attributes of anything, as a class with a field for each argument: `args.count` has the type
 * that `type=int` says. Each `add_argument` defines a flag, `parse_args` reads the flags and what stands by position.
 */

/** The units with the command line written out; each is one unit or several. A module with none, or one that is not followed, stays as it is. */
export function withCommandLine(units: readonly PythonUnit[]): readonly (readonly PythonUnit[])[] {
  const plain = units.map((unit) => [unit]);
  if (!units.some(({ text }) => text.includes("ArgumentParser"))) return plain;
  const bodies = expanded(units);
  if (!bodies) return plain;
  return units.map((unit, at) => (bodies[at] === unit.body ? [unit] : asUnits(unit, bodies[at]!)));
}

/** A list of statements in which the parser is made. `owner`: the function or `if` that has them; none for the module itself. */
interface Scope {
  readonly body: readonly Statement[];
  readonly owner: Statement | undefined;
  readonly line: CommandLine;
}

function expanded(units: readonly PythonUnit[]): readonly (readonly Statement[])[] | undefined {
  const environment = environmentOf(units.map(unitNames));
  const all = units.flatMap((unit) => unit.body);
  const scopes = scopesOf(all, environment);
  const [scope] = scopes;
  if (!scope || scopes.length > 1 || environment.isClass("dataclass") || environment.definition("dataclass"))
    return undefined;
  const names: CommandLineNames = {
    argparse: environment.fresh("_argparse"),
    sys: environment.fresh("_sys"),
    typing: environment.fresh("_typing"),
    values: environment.fresh("Arguments"),
  };
  return new Expansion(scope, names, environment).bodies(units);
}

function scopesOf(all: readonly Statement[], environment: ExpansionEnvironment): readonly Scope[] {
  const lists = [
    ...all.flatMap((one) => (isDefinition(one) || one.kind === "If" ? [{ body: one.body, owner: one }] : [])),
    { body: all, owner: undefined },
  ];
  return lists.flatMap(({ body, owner }) => {
    const line = new CommandLineReader(environment).read(body);
    return line ? [{ body, owner, line }] : [];
  });
}

class Expansion {
  private readonly writer: CommandLineWriter;
  /** The function that gives the parser to others, and what it is called once it reads the arguments itself. */
  private readonly builder: { readonly definition: Definition; readonly name: string } | undefined;
  private readonly given: string;
  private readonly targets = new Set<string>();
  private isKnown = true;
  private reads = 0;

  private readonly scope: Scope;
  private readonly names: CommandLineNames;
  private readonly environment: ExpansionEnvironment;

  constructor(scope: Scope, names: CommandLineNames, environment: ExpansionEnvironment) {
    this.scope = scope;
    this.names = names;
    this.environment = environment;
    this.writer = new CommandLineWriter(scope.line, names, environment);
    this.given = environment.fresh("arguments");
    const { owner, line } = scope;
    const gives = [...line.steps.values()].some(({ kind }) => kind === "given");
    if (gives && owner && isDefinition(owner) && parametersOf(owner).length === 0)
      this.builder = {
        definition: owner,
        name: environment.fresh(owner.name.replace(/^.*parser.*$/i, "parse_arguments")),
      };
    else if (gives) this.isKnown = false;
  }

  /** The bodies of the units; undefined where something is done with the parser, or the values, that is not known here. */
  bodies(units: readonly PythonUnit[]): readonly (readonly Statement[])[] | undefined {
    const declaration = this.writer.declaration();
    if (!declaration || !this.isKnown) return undefined;
    const { owner, body } = this.scope;
    const first = owner ?? body.find((statement) => this.scope.line.steps.has(statement))!;
    const imports = ["argparse", "sys", "typing"] as const;
    const header = [
      ...imports.map((name) => build.importNames([build.alias(name, this.names[name])])),
      build.importFrom("dataclasses", [build.alias("dataclass")]),
      declaration,
    ].map((statement) => copyAt(statement, first.span));
    const made = units.map((unit) => {
      const statements = unit.body.flatMap((statement): readonly Statement[] => {
        const own = this.statement(statement);
        return statement === first ? [...header, ...own] : own;
      });
      const isSame = statements.length === unit.body.length && statements.every((one, at) => one === unit.body[at]);
      const named =
        isSame && !unit.text.includes("Namespace") ? statements : statements.map((one) => this.withNames(one));
      return isSame && named.every((one, at) => one === unit.body[at]) ? unit.body : named;
    });
    if (this.reads !== 1 || !this.isKnown) return undefined;
    return made.flat().every((statement) => this.isFollowed(statement)) ? made : undefined;
  }

  private statement(statement: Statement): readonly Statement[] {
    const { body, owner } = this.scope;
    if (owner === undefined) return this.inScope(statement);
    if (statement !== owner) return this.outside(statement);
    const inner = body.flatMap((one) => this.inScope(one));
    if (!isDefinition(owner)) return [{ ...owner, body: inner } as Statement];
    if (!this.builder) return [{ ...owner, args: this.withOptionalTexts(owner), body: inner }];
    const list = build.subscript(build.name("list"), build.name("str"));
    const args = copyAt(build.parameters([build.arg(this.given, list)]), owner.span);
    const returns = copyAt(build.name(this.names.values), owner.span);
    return [{ ...owner, name: this.builder.name, args, returns, body: inner }];
  }

  /** `argv=None` is a list of texts, or None. */
  private withOptionalTexts(owner: Definition): Definition["args"] {
    const list = build.subscript(build.name("list"), build.name("str"));
    const type = copyAt(build.binOp(list, "BitOr", build.none()), owner.span);
    const parsed = [...this.scope.line.steps.values()].flatMap((step) => (step.kind === "parse" ? step.call.args : []));
    const isParsed = (name: string): boolean => parsed.some((node) => node.kind === "Name" && node.id === name);
    return {
      ...owner.args,
      args: owner.args.args.map((one) =>
        one.annotation === undefined && one.default && isParsed(one.arg) ? { ...one, annotation: type } : one,
      ),
    };
  }

  /** A statement of the list in which the parser is made. */
  private inScope(statement: Statement): readonly Statement[] {
    const step = this.scope.line.steps.get(statement);
    if (!step) return [this.withMessages(statement)];
    const { leading, blankBefore } = statement;
    const made = this.ofStep(step, statement).map((one) => copyAt(one, statement.span));
    const [first, ...rest] = made;
    if (!first) return [];
    return [
      { ...first, ...(leading ? { leading } : {}), ...(blankBefore === undefined ? {} : { blankBefore }) },
      ...rest,
    ];
  }

  private ofStep(step: Step, statement: Statement): readonly Statement[] {
    switch (step.kind) {
      case "parser":
        return [this.writer.make(step.parser)];
      case "argument":
        return this.writer.define(step.parser, step.argument);
      case "nothing":
        return [];
      case "error":
        return this.writer.fail(step.parser, step.message);
      case "help":
        return [this.writer.help(step.parser)];
      case "given":
      case "parse": {
        this.reads++;
        const target = step.kind === "parse" && step.target ? step.target : this.environment.fresh("args");
        this.targets.add(target);
        const given =
          step.kind === "parse" ? this.textsOf(step.call.args[0], this.scope.owner) : build.name(this.given);
        const { before, value } = this.writer.parse(given, target);
        if (statement.kind === "Return") return [...before, build.returnStatement(value)];
        const isSet = value.kind === "Name" && value.id === target;
        return isSet ? before : [...before, build.assign(build.name(target), value)];
      }
    }
  }

  /** What is parsed: the arguments of the program, where the call gives no others. */
  private textsOf(given: Expression | undefined, owner: Statement | undefined): Expression {
    const own = build.call(build.attribute(build.name(this.names.argparse), "_given"));
    if (given === undefined || isNone(given)) return own;
    if (given.kind !== "Name" || !owner || !isDefinition(owner)) return given;
    const parameter = parametersOf(owner).find(({ arg }) => arg === given.id);
    if (!parameter?.default || !isNone(parameter.default)) return given;
    return build.ifExp(build.compare(given, "Is", build.none()), own, given);
  }

  /** `parser.error(…)` and `parser.print_help()` deeper inside. */
  private withMessages(statement: Statement): Statement {
    const { line } = this.scope;
    return rebuild(statement, (node) => {
      const call = node.kind === "Expr" && node.value.kind === "Call" ? node.value : undefined;
      if (call?.func.kind !== "Attribute" || call.func.value.kind !== "Name") return node;
      const { attr, value } = call.func;
      if (value.id !== line.parser.variable || call.keywords.length > 0) return node;
      const [message] = call.args;
      const made =
        attr === "error" && message
          ? this.writer.fail(line.parser, message)
          : (attr === "print_help" || attr === "print_usage") && !message
            ? [this.writer.help(line.parser)]
            : undefined;
      return made ? made.map((one) => copyAt(one, node.span)) : node;
    }) as Statement;
  }

  /** A statement elsewhere: it may get the parser of a function, and read the arguments with it. */
  private outside(statement: Statement): readonly Statement[] {
    if (!this.builder) return [statement];
    const { name } = this.builder.definition;
    const isBuilt = (node: Expression | undefined): boolean =>
      node?.kind === "Call" && node.func.kind === "Name" && node.func.id === name && node.args.length === 0;
    const held = new Set<string>();
    walk(statement, (node) => {
      if (node.kind === "Assign" && isBuilt(node.value) && node.targets[0]?.kind === "Name")
        held.add(node.targets[0].id);
    });
    const isParser = (node: Expression): boolean => isBuilt(node) || (node.kind === "Name" && held.has(node.id));
    const made = rebuild(statement, (node) => {
      if (node.kind === "Assign" && isBuilt(node.value)) return [];
      if (node.kind === "Expr") return this.message(node.value, isParser) ?? node;
      if (node.kind === "Assign" && node.targets[0]?.kind === "Name" && isReading(node.value, isParser))
        this.targets.add(node.targets[0].id);
      if (node.kind !== "Call" || !isReading(node, isParser)) return node;
      const texts = this.textsOf(node.args[0], statement);
      return copyAt(build.call(this.builder!.name, [texts]), node.span);
    });
    return Array.isArray(made) ? (made as readonly Statement[]) : [this.withoutParser(made as Statement, held)];
  }

  private withoutParser(statement: Statement, held: ReadonlySet<string>): Statement {
    walk(statement, (node) => {
      if (node.kind === "Name" && (held.has(node.id) || node.id === this.builder!.definition.name))
        this.isKnown = false;
    });
    return isDefinition(statement) ? { ...statement, args: this.withTexts(statement) } : statement;
  }

  private withTexts(owner: Definition): Definition["args"] {
    const type = build.binOp(build.subscript(build.name("list"), build.name("str")), "BitOr", build.none());
    const plain = owner.args.args.every((one) => one.annotation ?? !(one.default && isNone(one.default)));
    if (plain) return owner.args;
    const args = owner.args.args.map((one) =>
      one.annotation === undefined && one.default && isNone(one.default) && /^arg/.test(one.arg)
        ? { ...one, annotation: copyAt(type, owner.span) }
        : one,
    );
    return { ...owner.args, args };
  }

  /** Usage and errors outside of the function that makes the parser. */
  private message(node: Expression, isParser: (node: Expression) => boolean): readonly Statement[] | undefined {
    if (node.kind !== "Call" || node.func.kind !== "Attribute" || !isParser(node.func.value)) return undefined;
    const usage = build.str(usageOf(this.scope.line.parser));
    const { attr } = node.func;
    const errors = build.attribute(build.name(this.names.sys), "stderr");
    const [message] = node.args;
    const made: readonly Statement[] | undefined =
      attr === "print_help" || attr === "print_usage"
        ? [build.expr(build.call("print", [usage]))]
        : attr === "error" && message
          ? [
              build.expr(build.call("print", [usage], [build.keyword("file", errors)])),
              build.expr(build.call("print", [build.str("error:"), message], [build.keyword("file", errors)])),
              build.expr(build.methodCall(build.name(this.names.sys), "exit", [build.int(2)])),
            ]
          : undefined;
    return made?.map((one) => copyAt(one, node.span));
  }

  /** `Namespace` in annotations, and attributes that are read by their names. */
  private withNames(statement: Statement): Statement {
    return rebuild(statement, (node: PythonNode): PythonNode => {
      if ((node.kind === "Name" || node.kind === "Attribute") && this.environment.pathOf(node) === "argparse.Namespace")
        return copyAt(build.name(this.names.values), node.span);
      const call = node.kind === "Call" && node.func.kind === "Name" ? node.func.id : undefined;
      if (call !== "getattr" && call !== "hasattr") return node;
      const [object, name] = (node as Call).args;
      const attr = textOf(name);
      if (object?.kind !== "Name" || !this.targets.has(object.id) || attr === undefined) return node;
      const value = build.attribute(object, attr);
      return copyAt(call === "getattr" ? value : build.compare(value, "IsNot", build.none()), node.span);
    }) as Statement;
  }

  /** Whether the statement does with the parser and the values only what is written out. */
  private isFollowed(statement: Statement): boolean {
    const { line } = this.scope;
    const flagSets = new Set([line.parser, ...(line.parser.commands?.parsers ?? [])].map(({ variable }) => variable));
    const isGone = (name: string): boolean => line.variables.has(name) && !flagSets.has(name);
    const isValues = (node: PythonNode): boolean => node.kind === "Name" && this.targets.has(node.id);
    let found = true;
    walk(statement, (node) => {
      if (node.kind === "Name" && isGone(node.id)) found = false;
      if (node.kind === "Attribute" && node.value.kind === "Name" && flagSets.has(node.value.id)) found = false;
      if (node.kind === "FormattedValue" && isValues(node.value)) found = false;
      if (node.kind !== "Call" || node.func.kind !== "Name") return;
      if (textual.has(node.func.id) && node.args.some(isValues)) found = false;
    });
    return found;
  }
}

/** Functions that look at all attributes of what they get. */
const textual: ReadonlySet<string> = new Set(["print", "vars", "str", "repr", "setattr", "getattr", "hasattr", "dict"]);

function isReading(node: Expression | undefined, isParser: (node: Expression) => boolean): node is Call {
  return (
    node?.kind === "Call" &&
    node.func.kind === "Attribute" &&
    node.func.attr === "parse_args" &&
    isParser(node.func.value) &&
    node.keywords.length === 0 &&
    node.args.length <= 1
  );
}

function isNone(node: Expression): boolean {
  return node.kind === "Constant" && node.value.type === "None";
}
