import * as build from "./build.ts";
import type { Argument } from "./expand-argument.ts";
import type { ExpansionEnvironment } from "./expand-environment.ts";
import type { Expression, Statement } from "./tree.ts";

/*
 * The statements that stand for a command line: an option as a flag of Go's package `flag`, by the functions that the signatures of `argparse` have
 * beside Python's own, and what makes the value of a field of it.
 */

/** The names of modules that what is written out uses, and of the class whose objects hold the values. */
export interface CommandLineNames {
  readonly argparse: string;
  readonly sys: string;
  readonly typing: string;
  readonly values: string;
}

/** A field, and the statements before its value is there. */
export interface FieldValue {
  readonly field: string;
  readonly before: readonly Statement[];
  readonly value: Expression;
}

/** The arguments of one parser, with the variables of its flags. */
export class ArgumentWriter {
  private readonly variables = new Map<Argument, string>();

  private readonly parser: string;
  private readonly names: CommandLineNames;
  private readonly environment: ExpansionEnvironment;

  constructor(parser: string, names: CommandLineNames, environment: ExpansionEnvironment) {
    this.parser = parser;
    this.names = names;
    this.environment = environment;
  }

  /** A call of one of the functions that stand for package `flag`, with the flag set first. */
  call(name: string, ...args: readonly Expression[]): Expression {
    return build.call(build.attribute(build.name(this.names.argparse), name), [build.name(this.parser), ...args]);
  }

  /** The texts from a place on that is known to be there. */
  after(list: Expression, at: number): Expression {
    return build.call(build.attribute(build.name(this.names.argparse), "_after"), [list, build.int(at)]);
  }

  /** Ends the program with a message about the arguments. */
  fail(message: Expression): readonly Statement[] {
    return [
      build.expr(this.call("_fail", message)),
      build.expr(build.methodCall(build.name(this.names.sys), "exit", [build.int(2)])),
    ];
  }

  /** The statements that define an option; none for what stands by position. */
  define(argument: Argument): readonly Statement[] {
    const [first, ...others] = argument.flags.map((flag) => flag.replace(/^-+/, ""));
    if (first === undefined) return [];
    const variable = this.environment.fresh(`${argument.field}_flag`);
    this.variables.set(argument, variable);
    const help = build.str(argument.help);
    const name = build.str(first);
    const made = isDirect(argument)
      ? this.call(`_${argument.kind.name}`, name, argument.defaultValue!, help)
      : this.call(pseudo[argument.form], name, help);
    return [
      build.assign(build.name(variable), made),
      ...(argument.form === "both"
        ? [build.assign(build.name(this.negated(argument)), this.call("_bool", build.str(`no-${first}`), help))]
        : []),
      ...others.map((other) =>
        build.expr(
          this.call("_also", build.str(other), name, build.str(`the same as -${first.length > 1 ? "-" : ""}${first}`)),
        ),
      ),
    ];
  }

  private readonly negations = new Map<Argument, string>();

  private negated(argument: Argument): string {
    let name = this.negations.get(argument);
    if (name === undefined) this.negations.set(argument, (name = this.environment.fresh(`no_${argument.field}_flag`)));
    return name;
  }

  /** Whether an option was given. */
  isGiven(argument: Argument): Expression {
    return isText(argument) ? this.texts(argument) : this.read("_value", argument);
  }

  /** The value of an option, once the command line is read. */
  option(argument: Argument): FieldValue {
    const { field, defaultValue } = argument;
    const plain = (value: Expression): FieldValue => ({ field, before: this.withChoices([], value, argument), value });
    if (isDirect(argument)) return plain(this.read("_value", argument));
    switch (argument.form) {
      case "switch":
        return plain(this.read("_value", argument));
      case "count":
        return plain(addedTo(defaultValue!, this.read("_value", argument)));
      case "constant": {
        const test = this.read("_value", argument);
        const isNegation = isBool(argument.constant!, false) && isBool(defaultValue!, true);
        return isNegation ? plain(build.not(test)) : this.chosen(argument, test, argument.constant!, defaultValue!);
      }
      case "both": {
        const given = build.boolOp("Or", [defaultValue!, this.read("_value", argument)]);
        const not = build.not(this.reading("_value", this.negated(argument)));
        return plain(build.boolOp("And", [given, not]));
      }
      default:
        return this.ofTexts(argument);
    }
  }

  /** An option whose texts are collected. */
  private ofTexts(argument: Argument): FieldValue {
    const { field, kind, form } = argument;
    const required = argument.isRequired
      ? [this.require(build.not(this.texts(argument)), argument.flags.join("/"))]
      : [];
    const absent = argument.defaultValue ?? build.none();
    if (form === "append") {
      const { before, value } = this.converted(argument, this.texts(argument));
      if (argument.defaultValue || argument.isRequired) return { field, before: [...required, ...before], value };
      return this.chosen(argument, this.texts(argument), value, build.none(), before);
    }
    const last = this.read("_last", argument);
    if (argument.isRequired) {
      const { before, value } = this.converted(argument, last);
      return { field, before: [...required, ...before], value };
    }
    if (!kind.canFail && !argument.choices) {
      return this.chosen(argument, this.texts(argument), kind.apply(last), absent);
    }
    return this.whereGiven(argument, this.texts(argument), last, absent);
  }

  /** A value that stays as it is where nothing is given. */
  private whereGiven(argument: Argument, test: Expression, text: Expression, absent: Expression): FieldValue {
    const name = build.name(this.environment.fresh(argument.field));
    // The converted text goes into a variable of its own where it must not be None.
    const isPlain = argument.kind.canFail && !argument.choices && absent.kind === "Constant" && !isNone(absent);
    const { before, value } = this.converted(argument, text, isPlain ? name : undefined);
    const set = value === name ? before : [...before, build.assign(name, value)];
    return {
      field: argument.field,
      before: [build.annAssign(name, argument.annotation, absent), build.ifStatement(test, set)],
      value: name,
    };
  }

  /** One of two values, in a variable. */
  private chosen(
    argument: Argument,
    test: Expression,
    value: Expression,
    absent: Expression,
    before: readonly Statement[] = [],
  ): FieldValue {
    const name = build.name(this.environment.fresh(argument.field));
    const set = build.ifStatement(test, [build.assign(name, value)]);
    return {
      field: argument.field,
      before: [...before, build.annAssign(name, argument.annotation, absent), set],
      value: name,
    };
  }

  /** What stands by position. `others`: the texts that are no options; `at`: the first of this one, from the end where it is negative. */
  positional(argument: Argument, others: string, at: number, end: number | undefined): FieldValue {
    const rest = build.name(others);
    const place = build.int(at);
    if (argument.form === "list") {
      const from = at === 0 ? rest : this.after(rest, at);
      const texts = end === undefined ? from : build.subscript(from, build.slice(undefined, build.int(end)));
      const { before, value } = this.converted(argument, texts);
      const { defaultValue } = argument;
      const isEmpty = defaultValue === undefined || (defaultValue.kind === "List" && defaultValue.elts.length === 0);
      if (isEmpty) return { field: argument.field, before, value };
      return this.chosen(argument, texts, value, defaultValue, before);
    }
    const text = build.subscript(rest, place);
    if (argument.least > 0) return { field: argument.field, ...this.converted(argument, text) };
    const test = build.compare(build.call("len", [rest]), "Gt", place);
    const absent = argument.defaultValue ?? build.none();
    if (argument.kind.canFail || argument.choices) return this.whereGiven(argument, test, text, absent);
    return this.chosen(argument, test, argument.kind.apply(text), absent);
  }

  /** The value that a text, or each of several, is turned into. */
  private converted(argument: Argument, text: Expression, into?: Expression): Omit<FieldValue, "field"> {
    const { kind, form } = argument;
    const isList = form === "list" || form === "append";
    if (!kind.canFail) {
      if (kind.name === "str") return { before: this.withChoices([], text, argument), value: text };
      const item = build.name(this.environment.fresh("text"));
      const value = isList ? build.listComp(kind.apply(item), [build.comprehension(item, text)]) : kind.apply(text);
      return { before: [], value };
    }
    const item = build.name(this.environment.fresh("text"));
    const value = into ?? build.name(this.environment.fresh(isList ? "value" : argument.field));
    const reading = build.tryStatement({
      body: [build.assign(value, kind.apply(item))],
      handlers: [build.exceptHandler(build.name("Exception"), undefined, this.fail(this.invalid(argument, item)))],
    });
    if (!isList) return { before: this.withChoices([build.assign(item, text), reading], value, argument), value };
    const values = build.name(this.environment.fresh(argument.field));
    const append = build.expr(build.methodCall(values, "append", [value]));
    return {
      before: [
        build.annAssign(values, build.subscript(build.name("list"), kind.annotation), build.list([])),
        build.forLoop(item, text, [...this.withChoices([reading], value, argument), append]),
      ],
      value: values,
    };
  }

  private invalid(argument: Argument, text: Expression): Expression {
    return build.joinedStr([
      build.str(`argument ${labelOf(argument)}: invalid ${argument.kind.name} value: '`),
      build.formattedValue(text),
      build.str("'"),
    ]);
  }

  /** The statements, and the test that the value is among the choices. */
  private withChoices(statements: readonly Statement[], value: Expression, argument: Argument): readonly Statement[] {
    const { choices, form } = argument;
    if (!choices) return statements;
    const isList = (form === "list" || form === "append") && statements.length === 0;
    const item = isList ? build.name(this.environment.fresh("choice")) : value;
    const message = build.joinedStr([
      build.str(`argument ${labelOf(argument)}: invalid choice: '`),
      build.formattedValue(item),
      build.str("'"),
    ]);
    const test = build.ifStatement(build.compare(item, "NotIn", choices), this.fail(message));
    return [...statements, isList ? build.forLoop(item, value, [test]) : test];
  }

  /** A test that ends the program where an argument is missing. */
  require(isMissing: Expression, label: string): Statement {
    return build.ifStatement(isMissing, this.fail(build.str(`the following arguments are required: ${label}`)));
  }

  private texts(argument: Argument): Expression {
    return this.read("_all", argument);
  }

  private read(name: string, argument: Argument): Expression {
    return this.reading(name, this.variables.get(argument)!);
  }

  private reading(name: string, variable: string): Expression {
    return build.call(build.attribute(build.name(this.names.argparse), name), [build.name(variable)]);
  }
}

const pseudo: Readonly<Record<Argument["form"], string>> = {
  value: "_texts",
  list: "_texts",
  append: "_texts",
  switch: "_bool",
  both: "_bool",
  constant: "_bool",
  version: "_bool",
  count: "_count",
};

function isNone(node: Expression): boolean {
  return node.kind === "Constant" && node.value.type === "None";
}

function isBool(node: Expression, value: boolean): boolean {
  return node.kind === "Constant" && node.value.type === "bool" && node.value.value === value;
}

function addedTo(start: Expression, count: Expression): Expression {
  const isZero = start.kind === "Constant" && start.value.type === "int" && Number(start.value.value) === 0;
  return isZero ? count : build.binOp(start, "Add", count);
}

function isText({ form }: Argument): boolean {
  return form === "value" || form === "append" || form === "list";
}

/** Whether package `flag` itself reads the value. */
function isDirect({ form, kind, flags, defaultValue, isExclusive }: Argument): boolean {
  if (form !== "value" || flags.length === 0 || !defaultValue || isExclusive) return false;
  return kind.name === "str" || kind.name === "int" || kind.name === "float";
}

/** How messages name an argument. */
export function labelOf({ flags, field }: Argument): string {
  return flags.length > 0 ? flags.join("/") : field;
}
