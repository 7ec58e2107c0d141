import * as build from "./build.ts";
import { literalType, type Argument } from "./expand-argument.ts";
import type { CommandLine, Parser } from "./expand-command-line-scope.ts";
import { ArgumentWriter, labelOf, type CommandLineNames, type FieldValue } from "./expand-command-line-values.ts";
import type { ExpansionEnvironment } from "./expand-environment.ts";
import { isDefinition, returnsOf } from "./expand-tree.ts";
import type { Expression, Statement } from "./tree.ts";

/** A field of the class that holds the values. `initial`: before a command gives it one. */
interface Field {
  readonly name: string;
  readonly annotation: Expression;
  readonly initial: Expression | undefined;
}

/** Writes the statements that stand for one command line, and the class that holds its values. */
export class CommandLineWriter {
  private readonly writers = new Map<Parser, ArgumentWriter>();

  private readonly line: CommandLine;
  private readonly names: CommandLineNames;
  private readonly environment: ExpansionEnvironment;

  constructor(line: CommandLine, names: CommandLineNames, environment: ExpansionEnvironment) {
    this.line = line;
    this.names = names;
    this.environment = environment;
    const { parser } = line;
    for (const one of [parser, ...(parser.commands?.parsers ?? [])])
      this.writers.set(one, new ArgumentWriter(one.variable, names, environment));
  }

  /** The set of flags of a parser. */
  make(parser: Parser): Statement {
    const name = parser.command === undefined ? parser.name : build.str(parser.command);
    return build.assign(
      build.name(parser.variable),
      build.call(build.attribute(build.name(this.names.argparse), "_flags"), [
        name ?? build.call(build.attribute(build.name(this.names.argparse), "_program")),
        build.str(usageOf(parser)),
      ]),
    );
  }

  define(parser: Parser, argument: Argument): readonly Statement[] {
    return this.writers.get(parser)!.define(argument);
  }

  fail(parser: Parser, message: Expression): readonly Statement[] {
    return this.writers.get(parser)!.fail(message);
  }

  help(parser: Parser): Statement {
    return build.expr(this.writers.get(parser)!.call("_help"));
  }

  /** The statements that read `given`, and what holds the values then. */
  parse(given: Expression, target: string): { readonly before: readonly Statement[]; readonly value: Expression } {
    const { parser } = this.line;
    const writer = this.writers.get(parser)!;
    const { values } = this.names;
    const rest = this.environment.fresh("rest");
    if (!parser.commands) {
      const before: Statement[] = [build.assign(build.name(rest), writer.call("_parse", given))];
      const found = this.valuesOf(parser, rest);
      before.push(...found.flatMap((one) => one.before));
      const fields = new Map(found.map((one) => [one.field, one.value]));
      const keywords = this.fields()!.map(({ name }) => build.keyword(name, fields.get(name)!));
      return { before, value: build.call(values, [], keywords) };
    }
    const before: Statement[] = [
      build.assign(build.name(rest), writer.call("_lead", given)),
      build.assign(build.name(target), build.call(values)),
      ...this.assignments(parser, rest, target),
      ...this.dispatch(rest, target),
    ];
    return { before, value: build.name(target) };
  }

  private assignments(parser: Parser, rest: string, target: string): readonly Statement[] {
    return this.valuesOf(parser, rest).flatMap(({ field, before, value }) => [
      ...before,
      ...(field === "" ? [] : [build.assign(build.attribute(build.name(target), field), value)]),
    ]);
  }

  /** What each command reads. */
  private dispatch(rest: string, target: string): readonly Statement[] {
    const { parser } = this.line;
    const { field, isRequired, parsers } = parser.commands!;
    const writer = this.writers.get(parser)!;
    const list = build.name(rest);
    const word = build.subscript(list, build.int(0));
    const cases = parsers.map((one) => {
      const others = this.environment.fresh("others");
      return build.matchCase(build.matchValue(build.str(one.command!)), [
        build.assign(build.name(others), this.writers.get(one)!.call("_parse", writer.after(list, 1))),
        ...this.assignments(one, others, target),
      ]);
    });
    const message = build.joinedStr([
      build.str(`argument ${field ?? "command"}: invalid choice: '`),
      build.formattedValue(word),
      build.str(`' (choose from ${parsers.map(({ command }) => `'${command!}'`).join(", ")})`),
    ]);
    const choose: Statement[] = [
      ...(field === undefined ? [] : [build.assign(build.attribute(build.name(target), field), word)]),
      build.match(word, [...cases, build.matchCase(build.matchAs(), writer.fail(message))]),
    ];
    const isMissing = build.compare(build.call("len", [list]), "Eq", build.int(0));
    if (isRequired) return [writer.require(isMissing, field ?? "command"), ...choose];
    return [build.ifStatement(build.compare(build.call("len", [list]), "Gt", build.int(0)), choose)];
  }

  /** The values of the fields of one parser, with the tests of its groups before them. */
  private valuesOf(parser: Parser, rest: string): readonly FieldValue[] {
    const writer = this.writers.get(parser)!;
    const options = parser.arguments.filter(({ flags }) => flags.length > 0);
    const checks = [...options.flatMap((one) => this.version(one, writer)), ...groupTests(parser, writer)];
    const found = [
      ...options.filter(({ form }) => form !== "version").map((one) => writer.option(one)),
      ...(parser.commands ? [] : this.positionals(parser, rest)),
      ...[...parser.constants].map(([field, value]): FieldValue => ({ field, before: [], value })),
    ];
    const [first, ...others] = found;
    if (!first) return checks.length === 0 ? [] : [{ field: "", before: checks, value: build.none() }];
    return [{ ...first, before: [...checks, ...first.before] }, ...others];
  }

  private version(argument: Argument, writer: ArgumentWriter): readonly Statement[] {
    if (argument.form !== "version") return [];
    const show = [
      build.expr(build.call("print", [argument.constant!])),
      build.expr(build.methodCall(build.name(this.names.sys), "exit", [build.int(0)])),
    ];
    return [build.ifStatement(writer.isGiven(argument), show)];
  }

  /** What stands by position: so many before the one that takes several, so many after it. */
  private positionals(parser: Parser, rest: string): readonly FieldValue[] {
    const writer = this.writers.get(parser)!;
    const all = parser.arguments.filter(({ flags }) => flags.length === 0);
    const least = all.reduce((sum, one) => sum + one.least, 0);
    const most = all.reduce((sum, one) => sum + (one.most ?? Infinity), 0);
    const count = build.call("len", [build.name(rest)]);
    const checks: Statement[] = [];
    if (least > 0) {
      const labels = all.filter((one) => one.least > 0).map(labelOf);
      checks.push(writer.require(build.compare(count, "Lt", build.int(least)), labels.join(", ")));
    }
    if (most < Infinity) {
      const extra = writer.after(build.name(rest), most);
      const message = build.binOp(
        build.str("unrecognized arguments: "),
        "Add",
        build.methodCall(build.str(" "), "join", [extra]),
      );
      checks.push(build.ifStatement(build.compare(count, "Gt", build.int(most)), writer.fail(message)));
    }
    const open = all.findIndex(({ least: from, most: to }) => to !== from);
    const found = all.map((argument, at) => {
      const before = all.slice(0, at).reduce((sum, one) => sum + one.least, 0);
      const after = all.slice(at).reduce((sum, one) => sum + one.least, 0);
      const isBehind = open >= 0 && at > open;
      const end = after - argument.least;
      return writer.positional(argument, rest, isBehind ? -after : before, at === open && end > 0 ? -end : undefined);
    });
    const [first, ...others] = found;
    if (!first) return [{ field: "", before: checks, value: build.none() }];
    return [{ ...first, before: [...checks, ...first.before] }, ...others];
  }

  /** The fields in the order of their arguments; undefined where one has no type, or no value before a command gives it one. */
  fields(): readonly Field[] | undefined {
    const { parser } = this.line;
    const all = [parser, ...(parser.commands?.parsers ?? [])];
    const found = new Map<string, Field>();
    const add = (name: string, annotation: Expression | undefined, initial: Expression | undefined): boolean => {
      if (!annotation || (parser.commands && !initial)) return false;
      if (!found.has(name)) found.set(name, { name, annotation, initial });
      return true;
    };
    if (parser.commands?.field !== undefined) {
      const type = build.name("str");
      const { isRequired, field } = parser.commands;
      if (isRequired) add(field, type, build.str(""));
      else add(field, build.binOp(type, "BitOr", build.none()), build.none());
    }
    for (const one of all) {
      if (!isInOrder(one)) return undefined;
      for (const argument of one.arguments)
        if (argument.form !== "version" && !add(argument.field, argument.annotation, initialOf(argument)))
          return undefined;
      for (const [name, value] of one.constants) {
        const [type, initial] = this.constantType(value);
        if (!add(name, type, initial)) return undefined;
      }
    }
    return [...found.values()];
  }

  /** The type of what `set_defaults` sets: a literal, or a function that gets the values. */
  private constantType(value: Expression): readonly [Expression | undefined, Expression | undefined] {
    const literal = literalType(value);
    if (literal) return [literal, value];
    const definition = value.kind === "Name" ? this.environment.definition(value.id) : undefined;
    if (!definition || !isDefinition(definition) || definition.args.args.length !== 1) return [undefined, undefined];
    const gives = returnsOf(definition).some((one) => one.value !== undefined);
    const result = definition.returns ?? (gives ? undefined : build.none());
    if (!result || definition.kind === "AsyncFunctionDef") return [undefined, undefined];
    const type = build.subscript(
      build.attribute(build.name(this.names.typing), "Callable"),
      build.tuple([build.list([build.name(this.names.values)]), result]),
    );
    return [build.binOp(type, "BitOr", build.none()), build.none()];
  }

  /** The class that holds the values. */
  declaration(): Statement | undefined {
    const fields = this.fields();
    if (!fields) return undefined;
    const { values } = this.names;
    if (!this.line.parser.commands)
      return build.classDef(
        values,
        fields.map(({ name, annotation }) => build.annAssign(build.name(name), annotation)),
        { decoratorList: [build.name("dataclass")] },
      );
    const self = build.name("self");
    const body = fields.map(({ name, annotation, initial }) =>
      build.annAssign(build.attribute(self, name), annotation, initial),
    );
    return build.classDef(values, [
      build.functionDef("__init__", build.parameters([build.arg("self")]), body, { returns: build.none() }),
    ]);
  }
}

/** At most one argument by position takes a number of texts that is not fixed. */
function isInOrder({ arguments: all, commands }: Parser): boolean {
  const positional = all.filter(({ flags }) => flags.length === 0);
  if (commands && positional.length > 0) return false;
  return positional.filter(({ least, most }) => least !== most).length <= 1;
}

function groupTests(parser: Parser, writer: ArgumentWriter): readonly Statement[] {
  return parser.groups.flatMap(({ members, isRequired }): readonly Statement[] => {
    const labels = members.map(labelOf);
    const tests = members.flatMap((later, at) =>
      members
        .slice(0, at)
        .map((earlier, position) =>
          build.ifStatement(
            build.boolOp("And", [writer.isGiven(earlier), writer.isGiven(later)]),
            writer.fail(build.str(`argument ${labels[at]!}: not allowed with argument ${labels[position]!}`)),
          ),
        ),
    );
    if (!isRequired) return tests;
    const none = build.not(
      build.boolOp(
        "Or",
        members.map((one) => writer.isGiven(one)),
      ),
    );
    const message = build.str(`one of the arguments ${labels.join(" ")} is required`);
    return [...tests, build.ifStatement(none, writer.fail(message))];
  });
}

/** What a field holds before a command gives it a value. */
function initialOf({ annotation, form }: Argument): Expression | undefined {
  if (annotation.kind === "BinOp") return build.none();
  if (annotation.kind === "Subscript") return build.list([]);
  if (form === "switch" || form === "constant" || form === "both")
    return annotation.kind === "Name" && annotation.id === "bool" ? build.bool(false) : undefined;
  if (annotation.kind !== "Name") return undefined;
  switch (annotation.id) {
    case "str":
      return build.str("");
    case "int":
      return build.int(0);
    case "float":
      return build.float(0);
    case "Path":
      return build.call(annotation, [build.str("")]);
    default:
      return undefined;
  }
}

/** What the usage begins with. */
export function usageOf(parser: Parser): string {
  const name =
    parser.name?.kind === "Constant" && parser.name.value.type === "str" ? parser.name.value.value : parser.command;
  const words = parser.arguments
    .filter(({ flags }) => flags.length === 0)
    .map(({ field, form, least }) => (form === "list" ? `[${field} ...]` : least === 0 ? `[${field}]` : field));
  if (parser.commands) words.push(`{${parser.commands.parsers.map(({ command }) => command!).join(",")}}`);
  const usage = ["usage:", ...(name === undefined ? [] : [name]), "[options]", ...words].join(" ");
  return parser.description === "" ? usage : `${usage}\n\n${parser.description}`;
}
