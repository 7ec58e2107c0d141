import { keywordsOf, readArgument, textOf, truthOf, type Argument } from "./expand-argument.ts";
import type { ExpansionEnvironment } from "./expand-environment.ts";
import type { Call, Expression, Statement } from "./tree.ts";

/*
 * The statements that make an `argparse.ArgumentParser`, read one after the other.
 */

/** A parser, or that of a command. */
export interface Parser {
  /** The variable of the source that holds it. */
  readonly variable: string;
  /** The word of a command; undefined for the program's own parser. */
  readonly command: string | undefined;
  readonly name: Expression | undefined;
  readonly description: string;
  readonly arguments: Argument[];
  readonly groups: Group[];
  readonly constants: Map<string, Expression>;
  commands: Commands | undefined;
}

/** Options of which one may be given. */
export interface Group {
  readonly members: Argument[];
  readonly isRequired: boolean;
}

/** The commands of a program. */
export interface Commands {
  readonly field: string | undefined;
  readonly isRequired: boolean;
  readonly parsers: Parser[];
}

/** What a statement does with a parser. */
export type Step =
  | { readonly kind: "parser"; readonly parser: Parser }
  | { readonly kind: "argument"; readonly parser: Parser; readonly argument: Argument }
  | { readonly kind: "nothing" }
  | { readonly kind: "parse"; readonly call: Call; readonly target: string | undefined }
  | { readonly kind: "given" }
  | { readonly kind: "error"; readonly parser: Parser; readonly message: Expression }
  | { readonly kind: "help"; readonly parser: Parser };

/** A list of statements in which a parser is made, and used. */
export interface CommandLine {
  readonly parser: Parser;
  readonly steps: ReadonlyMap<Statement, Step>;
  /** The names that are left of the source no longer. */
  readonly variables: ReadonlySet<string>;
}

const ofParser = new Set("prog description usage epilog formatter_class add_help allow_abbrev help aliases".split(" "));
const ofCommands = new Set("dest required help title description metavar".split(" "));
const ofGroup = new Set("title description required".split(" "));

/** Reads lists of statements for the parser that they make. */
export class CommandLineReader {
  private readonly parsers = new Map<string, Parser>();
  private readonly groups = new Map<string, { readonly parser: Parser; readonly group: Group | undefined }>();
  private readonly commands = new Map<string, Commands>();
  private readonly steps = new Map<Statement, Step>();
  private main: Parser | undefined;
  private isKnown = true;

  private readonly environment: ExpansionEnvironment;

  constructor(environment: ExpansionEnvironment) {
    this.environment = environment;
  }

  /** The parser of the statements; undefined where there is none, or something about it is not known here. */
  read(body: readonly Statement[]): CommandLine | undefined {
    for (const statement of body) {
      const step = this.step(statement);
      if (step) this.steps.set(statement, step);
    }
    if (!this.isKnown || !this.main) return undefined;
    const variables = new Set([...this.parsers.keys(), ...this.groups.keys(), ...this.commands.keys()]);
    return { parser: this.main, steps: this.steps, variables };
  }

  private step(statement: Statement): Step | undefined {
    if (statement.kind === "Return" && statement.value) {
      if (statement.value.kind === "Name" && this.parsers.get(statement.value.id) === this.main && this.main)
        return { kind: "given" };
      const call = this.parsing(statement.value);
      return call && { kind: "parse", call, target: undefined };
    }
    const value =
      statement.kind === "Expr" || statement.kind === "Assign" || statement.kind === "AnnAssign"
        ? statement.value
        : undefined;
    if (value?.kind !== "Call") return undefined;
    const target = targetOf(statement);
    if (this.parsing(value)) return target === undefined ? undefined : { kind: "parse", call: value, target };
    if (this.environment.pathOf(value.func) === "argparse.ArgumentParser") {
      if (this.main || target === undefined) return this.unknown();
      this.main = this.newParser(value, target, undefined);
      return this.main && { kind: "parser", parser: this.main };
    }
    return value.func.kind === "Attribute" && value.func.value.kind === "Name"
      ? this.method(value, value.func.value.id, value.func.attr, target)
      : undefined;
  }

  private parsing(node: Expression): Call | undefined {
    if (node.kind !== "Call" || node.func.kind !== "Attribute" || node.func.attr !== "parse_args") return undefined;
    const { value } = node.func;
    if (value.kind !== "Name" || !this.main || this.parsers.get(value.id) !== this.main) return undefined;
    return node.keywords.length === 0 && node.args.length <= 1 ? node : undefined;
  }

  private method(call: Call, object: string, name: string, target: string | undefined): Step | undefined {
    const commands = this.commands.get(object);
    if (commands) return name === "add_parser" ? this.addCommand(call, commands, target) : this.unknown();
    const parser = this.parsers.get(object) ?? this.groups.get(object)?.parser;
    if (!parser) return undefined;
    switch (name) {
      case "add_argument":
        return this.addArgument(call, parser, this.groups.get(object)?.group);
      case "add_argument_group":
      case "add_mutually_exclusive_group":
        return this.addGroup(call, parser, name === "add_mutually_exclusive_group", target);
      case "add_subparsers":
        return this.addCommands(call, parser, target);
      case "set_defaults":
        for (const { arg, value } of call.keywords)
          if (arg === undefined) return this.unknown();
          else parser.constants.set(arg, value);
        return { kind: "nothing" };
      case "error":
        return call.args.length === 1 && target === undefined
          ? { kind: "error", parser, message: call.args[0]! }
          : this.unknown();
      case "print_help":
      case "print_usage":
        return call.args.length === 0 && target === undefined ? { kind: "help", parser } : this.unknown();
      default:
        return this.unknown();
    }
  }

  private newParser(call: Call, variable: string, command: string | undefined): Parser | undefined {
    const given = keywordsOf(call, ofParser);
    if (!given || call.args.length > 1 || given.has("aliases") || given.has("add_help")) return this.unknown();
    const parser: Parser = {
      variable,
      command,
      name: command === undefined ? (given.get("prog") ?? call.args[0]) : undefined,
      description: textOf(given.get("description")) ?? textOf(given.get("help")) ?? "",
      arguments: [],
      groups: [],
      constants: new Map(),
      commands: undefined,
    };
    this.parsers.set(variable, parser);
    return parser;
  }

  private addArgument(call: Call, parser: Parser, group: Group | undefined): Step | undefined {
    const read = readArgument(call, this.environment);
    if (!read || parser.arguments.some(({ field }) => field === read.field)) return this.unknown();
    const argument = group ? { ...read, isExclusive: true } : read;
    if (group && argument.flags.length === 0) return this.unknown();
    group?.members.push(argument);
    parser.arguments.push(argument);
    return { kind: "argument", parser, argument };
  }

  private addGroup(call: Call, parser: Parser, isExclusive: boolean, target: string | undefined): Step | undefined {
    const given = keywordsOf(call, ofGroup);
    const isRequired = truthOf(given?.get("required"));
    if (!given || isRequired === undefined || target === undefined) return this.unknown();
    const group = isExclusive ? { members: [], isRequired } : undefined;
    if (group) parser.groups.push(group);
    this.groups.set(target, { parser, group });
    return { kind: "nothing" };
  }

  private addCommands(call: Call, parser: Parser, target: string | undefined): Step | undefined {
    const given = keywordsOf(call, ofCommands);
    const isRequired = truthOf(given?.get("required"));
    if (!given || isRequired === undefined || target === undefined) return this.unknown();
    if (parser !== this.main || parser.commands) return this.unknown();
    const field = textOf(given.get("dest"));
    if (given.has("dest") && field === undefined) return this.unknown();
    parser.commands = { field, isRequired, parsers: [] };
    this.commands.set(target, parser.commands);
    return { kind: "nothing" };
  }

  private addCommand(call: Call, commands: Commands, target: string | undefined): Step | undefined {
    const command = textOf(call.args[0]);
    if (command === undefined) return this.unknown();
    const known = [...this.parsers.values()].filter(({ variable }) => variable === target);
    const variable = target ?? `${command.replaceAll(/\W/g, "_")}_parser`;
    // A variable that is used for one parser after the other.
    const own =
      known.length > 0 || target === undefined
        ? this.environment.fresh(`${command.replaceAll(/\W/g, "_")}_parser`)
        : variable;
    const parser = this.newParser(call, variable, command);
    if (!parser) return undefined;
    const named = { ...parser, variable: own };
    this.parsers.set(variable, named);
    commands.parsers.push(named);
    return { kind: "parser", parser: named };
  }

  private unknown(): undefined {
    this.isKnown = false;
    return undefined;
  }
}

function targetOf(statement: Statement): string | undefined {
  if (statement.kind === "Assign" && statement.targets.length === 1 && statement.targets[0]!.kind === "Name")
    return statement.targets[0].id;
  if (statement.kind === "AnnAssign" && statement.target.kind === "Name") return statement.target.id;
  return undefined;
}
