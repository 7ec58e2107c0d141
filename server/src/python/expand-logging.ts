import * as build from "./build.ts";
import { environmentOf, type ExpansionEnvironment, unitNames } from "./expand-environment.ts";
import { placed, rebuild } from "./expand-tree.ts";
import type { Call, Expression, PythonNode, PythonUnit, Statement } from "./tree.ts";
import { walk } from "./walk.ts";

/*
 * What `logging` puts together by itself, written out: `logger.info("%d jobs", count)` is `logger.info("%d jobs" % count)`, and the logger of a module is
 * the one that `getLogger()` gives, since a Go program has one.
 */

const levels: ReadonlySet<string> = new Set("debug info warning warn error critical exception".split(" "));
const sign = /\.(?:debug|info|warning|warn|error|critical|exception)\(\s*["'(]|getLogger\(__name__\)/;

interface Known {
  readonly key: string;
  readonly made: readonly Statement[];
}

const known = new WeakMap<readonly Statement[], Known>();

/** Writes out the messages of the units. Units in which nothing changes are given as they are. */
export function withLogMessages(units: readonly PythonUnit[]): readonly PythonUnit[] {
  if (!units.some(({ text }) => text.includes("logging"))) return units;
  if (!units.some(({ text }) => sign.test(text))) return units;
  const environment = environmentOf(units.map(unitNames));
  const loggers = new Set(units.flatMap((unit) => loggersIn(unit.body, environment)));
  const key = [...loggers].sort().join();
  return units.map((unit) => {
    if (!sign.test(unit.text)) return unit;
    const before = known.get(unit.body);
    let made = before?.key === key ? before.made : undefined;
    if (!made) {
      const body = unit.body.map((one) => rebuild(one, (node) => written(node, loggers, environment)) as Statement);
      made = body.every((statement, at) => statement === unit.body[at]) ? unit.body : body;
      known.set(unit.body, { key, made });
    }
    return made === unit.body ? unit : { ...unit, body: made };
  });
}

/** The variables and attributes that hold loggers, as they are written. */
function loggersIn(body: readonly Statement[], environment: ExpansionEnvironment): readonly string[] {
  const found: string[] = [];
  for (const statement of body)
    walk(statement, (node) => {
      if (node.kind === "arg" && node.annotation && environment.pathOf(node.annotation) === "logging.Logger")
        found.push(node.arg);
      if (node.kind !== "Assign" && node.kind !== "AnnAssign") return;
      if (node.value?.kind !== "Call" || environment.pathOf(node.value.func) !== "logging.getLogger") return;
      const targets = node.kind === "Assign" ? node.targets : [node.target];
      found.push(...targets.map(nameOf));
    });
  return found;
}

function nameOf(node: Expression): string {
  return node.kind === "Name" ? node.id : node.kind === "Attribute" ? `${nameOf(node.value)}.${node.attr}` : "";
}

function written(node: PythonNode, loggers: ReadonlySet<string>, environment: ExpansionEnvironment): PythonNode {
  if (node.kind !== "Call") return node;
  if (environment.pathOf(node.func) === "logging.getLogger") {
    const [only] = node.args;
    return only?.kind === "Name" && only.id === "__name__" ? { ...node, args: [] } : node;
  }
  const { func } = node;
  if (func.kind !== "Attribute" || !levels.has(func.attr)) return node;
  const isLogger = environment.pathOf(func.value) === "logging" || loggers.has(nameOf(func.value));
  return isLogger ? (withMessage(node) ?? node) : node;
}

/** The call with one text for its message and the values that go into it. */
function withMessage(call: Call): Call | undefined {
  const [message, ...values] = call.args;
  if (message?.kind !== "Constant" || message.value.type !== "str" || values.length === 0) return undefined;
  if (values.some((value) => value.kind === "Starred" || value.kind === "Dict")) return undefined;

  const operand = build.tuple(values);
  return { ...call, args: [placed(build.binOp(message, "Mod", operand), message.span)] };
}
