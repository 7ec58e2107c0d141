import type { Type } from "../types/type.ts";
import { ancestors } from "../types/relations.ts";
import type { FunctionDecl, UnitDecls } from "./analysis-declarations.ts";
import type { Program } from "./analysis-program.ts";
import { statementExpressions, walkExpression } from "./bind-visit.ts";
import type { AttributeRecord, CallRecord } from "./infer-context.ts";
import { mutatedNames } from "./infer-mutation.ts";
import type { Attribute, Call, ExceptHandler, Expression, Statement } from "./tree.ts";

export interface Raises {
  /** By `raise` statements, here or in functions called. Sorted. */
  readonly explicit: readonly string[];
  /** By operations of the language and library, here alone. Sorted. */
  readonly implicit: readonly string[];
}

/** Exceptions that builtins and common library functions raise, by name. */
const libraryRaises: Readonly<Record<string, readonly string[]>> = {
  int: ["ValueError"],
  float: ["ValueError"],
  chr: ["ValueError"],
  next: ["StopIteration"],
  open: ["OSError"],
  max: ["ValueError"],
  min: ["ValueError"],
  "json.loads": ["json.JSONDecodeError"],
  "math.sqrt": ["ValueError"],
  "math.log": ["ValueError"],
  "math.factorial": ["ValueError"],
  "random.choice": ["IndexError"],
};
const methodRaises: Readonly<Record<string, readonly string[]>> = {
  "list.index": ["ValueError"],
  "list.remove": ["ValueError"],
  "list.pop": ["IndexError"],
  "str.index": ["ValueError"],
  "str.rindex": ["ValueError"],
  "set.remove": ["KeyError"],
  "set.pop": ["KeyError"],
  "tuple.index": ["ValueError"],
  "dict.popitem": ["KeyError"],
  "collections.deque.pop": ["IndexError"],
  "collections.deque.popleft": ["IndexError"],
};

interface Local {
  readonly explicit: Set<string>;
  readonly implicit: Set<string>;
  /** Parameters that the body changes itself. */
  readonly mutated: ReadonlySet<string>;
  /** Functions called, each with the exceptions that are caught around the call. */
  readonly calls: { readonly id: string; readonly caught: readonly string[] }[];
  /** Parameters handed to functions: the function, the parameter of it, our name. */
  readonly passed: { readonly id: string; readonly parameter: string; readonly name: string }[];
}

/** What functions of a program raise and change, over all the functions they call. */
export class FunctionEffects {
  private readonly program: Program;
  private readonly callOf: (node: Call) => CallRecord | undefined;
  private readonly typeOf: (node: Expression) => Type;
  private readonly attributeOf: (node: Attribute) => AttributeRecord | undefined;
  private readonly locals = new Map<string, Local>();
  private readonly raised = new Map<string, ReadonlySet<string>>();
  private readonly mutated = new Map<string, ReadonlySet<string>>();
  private solved = false;

  constructor(
    program: Program,
    callOf: (node: Call) => CallRecord | undefined,
    typeOf: (node: Expression) => Type,
    attributeOf: (node: Attribute) => AttributeRecord | undefined,
  ) {
    this.program = program;
    this.callOf = callOf;
    this.typeOf = typeOf;
    this.attributeOf = attributeOf;
  }

  raises(decl: FunctionDecl): Raises {
    this.solve();
    return {
      explicit: [...(this.raised.get(decl.id) ?? [])].sort(),
      implicit: [...(this.locals.get(decl.id)?.implicit ?? [])].sort(),
    };
  }

  mutates(decl: FunctionDecl): ReadonlySet<string> {
    this.solve();
    return this.mutated.get(decl.id) ?? new Set();
  }

  /** A text that stays the same as long as what the function raises and changes does. */
  keyOf(decl: FunctionDecl): string {
    const { explicit, implicit } = this.raises(decl);
    return `${explicit.join()};${implicit.join()};${[...this.mutates(decl)].sort().join()}`;
  }

  /** Looks at the functions of a unit again, and gives the ids of those, of any unit, that raise or change something else now. */
  replace(before: UnitDecls, after: UnitDecls): readonly string[] {
    if (!this.solved) return [];
    const told = (decl: FunctionDecl): string => localKey(this.locals.get(decl.id)!);
    const toldBefore = [...before.functions.values()].map(told);
    for (const decl of after.functions.values()) this.locals.set(decl.id, this.localOf(decl));
    if ([...after.functions.values()].every((decl, position) => told(decl) === toldBefore[position])) return [];
    const [raised, mutated] = [new Map(this.raised), new Map(this.mutated)];
    this.spreadAll();
    return [...this.locals.keys()].filter(
      (id) => !sameSet(raised.get(id), this.raised.get(id)) || !sameSet(mutated.get(id), this.mutated.get(id)),
    );
  }

  private solve(): void {
    if (this.solved) return;
    this.solved = true;
    for (const decl of this.program.functions.values()) this.locals.set(decl.id, this.localOf(decl));
    this.spreadAll();
  }

  /** Goes round the calls until nothing is added; sets only grow, so it ends. */
  private spreadAll(): void {
    for (const [id, local] of this.locals) {
      this.raised.set(id, local.explicit);
      this.mutated.set(id, local.mutated);
    }
    for (let changed = true; changed;) {
      changed = false;
      for (const [id, local] of this.locals) changed = this.spread(id, local) || changed;
    }
  }

  private spread(id: string, local: Local): boolean {
    const raised = new Set(this.raised.get(id));
    const mutated = new Set(this.mutated.get(id));
    const before = raised.size + mutated.size;
    for (const call of local.calls)
      for (const name of this.raised.get(call.id) ?? []) if (!this.isCaught(name, call.caught)) raised.add(name);
    for (const pass of local.passed) if (this.mutated.get(pass.id)?.has(pass.parameter)) mutated.add(pass.name);
    if (raised.size + mutated.size === before) return false;
    this.raised.set(id, raised);
    this.mutated.set(id, mutated);
    return true;
  }

  private localOf(decl: FunctionDecl): Local {
    const names = new Set([
      ...decl.parameters.map((parameter) => parameter.name),
      ...(decl.receiver ? [decl.receiver.arg] : []),
    ]);
    const mutated = new Set([...mutatedNames(decl.node)].filter((name) => names.has(name)));
    const local: Local = { explicit: new Set(), implicit: new Set(), mutated, calls: [], passed: [] };
    this.block(decl.node.body, [], undefined, local, names);
    return local;
  }

  private block(
    body: readonly Statement[],
    caught: readonly string[],
    handled: readonly string[] | undefined,
    local: Local,
    names: ReadonlySet<string>,
  ): void {
    for (const node of body) {
      if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef") continue;
      for (const expression of statementExpressions(node)) {
        if (node.kind === "Assign" && node.targets.includes(expression)) this.target(expression, caught, local, names);
        else this.expression(expression, caught, local, names);
      }
      switch (node.kind) {
        case "Raise":
          for (const name of node.exc ? [this.raisedName(node.exc)] : (handled ?? ["unknown"]))
            if (!this.isCaught(name, caught)) local.explicit.add(name);
          break;
        case "Assert":
          if (!this.isCaught("AssertionError", caught)) local.implicit.add("AssertionError");
          break;
        case "Try":
        case "TryStar": {
          const handlers = node.handlers.map((handler) => this.handlerNames(handler));
          this.block(node.body, [...caught, ...handlers.flat()], handled, local, names);
          node.handlers.forEach((handler, i) => this.block(handler.body, caught, handlers[i], local, names));
          this.block(node.orelse, caught, handled, local, names);
          this.block(node.finalbody, caught, handled, local, names);
          break;
        }
        case "Match":
          for (const part of node.cases) this.block(part.body, caught, handled, local, names);
          break;
        case "If":
        case "While":
        case "For":
        case "AsyncFor":
          this.block(node.body, caught, handled, local, names);
          this.block(node.orelse, caught, handled, local, names);
          break;
        case "With":
        case "AsyncWith":
          this.block(node.body, caught, handled, local, names);
          break;
        default:
      }
    }
  }

  private handlerNames(handler: ExceptHandler): string[] {
    if (!handler.type) return ["BaseException"];
    const types = handler.type.kind === "Tuple" ? handler.type.elts : [handler.type];
    return types.map((type) => this.raisedName(type));
  }

  private raisedName(node: Expression): string {
    const type = this.typeOf(node);
    const instance = type.kind === "class" ? type.instance : type;
    if (instance.kind !== "named") return "unknown";
    return instance.symbol.module === "" || instance.symbol.module === "builtins"
      ? instance.symbol.name
      : `${instance.symbol.module}.${instance.symbol.name}`;
  }

  private readonly lineages = new Map<string, readonly string[]>();

  /** The names of an exception class and its bases. */
  private lineage(name: string): readonly string[] {
    let names = this.lineages.get(name);
    if (!names) {
      const own = [...this.program.classes.values()].find((decl) => decl.name === name);
      const member = own ? undefined : this.program.library.member(name.includes(".") ? name : `builtins.${name}`);
      const type: Type | undefined = own
        ? this.program.classInfo(own).self
        : member?.kind === "library-class"
          ? { kind: "named", symbol: member.symbol, arguments: [] }
          : undefined;
      names = type
        ? ancestors(type).flatMap((base) =>
            base.kind === "named" ? [base.symbol.name, `${base.symbol.module}.${base.symbol.name}`] : [],
          )
        : [name];
      this.lineages.set(name, names);
    }
    return names;
  }

  private isCaught(name: string, caught: readonly string[]): boolean {
    if (caught.includes("BaseException")) return true;
    if (name === "unknown") return caught.includes("Exception");
    const names = this.lineage(name);
    return caught.some((one) => one === name || names.includes(one));
  }

  /** What is assigned to is not read: a new key of a dictionary is no error. */
  private target(node: Expression, caught: readonly string[], local: Local, names: ReadonlySet<string>): void {
    if (node.kind === "Tuple" || node.kind === "List") {
      for (const element of node.elts) this.target(element, caught, local, names);
    } else if (node.kind === "Subscript") {
      this.expression(node.value, caught, local, names);
      this.expression(node.slice, caught, local, names);
      if (
        this.typeOf(node.value).kind === "list" &&
        node.slice.kind !== "Slice" &&
        !this.isCaught("IndexError", caught)
      )
        local.implicit.add("IndexError");
    } else this.expression(node, caught, local, names);
  }

  private expression(root: Expression, caught: readonly string[], local: Local, names: ReadonlySet<string>): void {
    const implicit = (raised: readonly string[]): void => {
      for (const name of raised) if (!this.isCaught(name, caught)) local.implicit.add(name);
    };
    walkExpression(root, (node) => {
      if (node.kind === "Lambda") return false;
      if (node.kind === "Call") this.call(node, caught, local, names, implicit);
      if (node.kind === "Attribute") {
        const record = this.attributeOf(node);
        if (record?.kind === "property") local.calls.push({ id: record.functionId, caught });
      }
      if (node.kind === "Subscript" && node.slice.kind !== "Slice") {
        const { kind } = this.typeOf(node.value);
        if (kind === "dict") implicit(["KeyError"]);
        else if (kind === "list" || kind === "string" || kind === "tuple") implicit(["IndexError"]);
      }
      if (
        node.kind === "BinOp" &&
        (node.op === "Div" || node.op === "FloorDiv" || node.op === "Mod") &&
        this.typeOf(node.left).kind !== "string" &&
        node.right.kind !== "Constant"
      )
        implicit(["ZeroDivisionError"]);
      return true;
    });
  }

  private call(
    node: Call,
    caught: readonly string[],
    local: Local,
    names: ReadonlySet<string>,
    implicit: (raised: readonly string[]) => void,
  ): void {
    const record = this.callOf(node);
    if (!record) {
      return;
    }
    let id: string | undefined;
    if (record.kind === "function" || record.kind === "method") id = record.target;
    else if (record.kind === "class") {
      const decl = this.program.classes.get(record.target);
      const info = decl && this.program.classInfo(decl);
      id = info?.lineage.map((one) => one.methods.get("__init__")?.id).find((found) => found !== undefined);
      const after = info?.lineage
        .map((one) => one.methods.get("__post_init__")?.id)
        .find((found) => found !== undefined);
      if (after !== undefined) local.calls.push({ id: after, caught });
    } else if (record.kind === "builtin" || record.kind === "library") {
      const isText =
        record.target !== "int" && record.target !== "float"
          ? true
          : node.args.length > 0 && !["int", "float", "bool"].includes(this.typeOf(node.args[0]!).kind);
      if (isText) implicit(libraryRaises[record.target] ?? []);
    } else if (record.kind === "library-method") implicit(methodRaises[`${record.target}.${record.name ?? ""}`] ?? []);
    if (id === undefined) return;
    local.calls.push({ id, caught });
    for (const pair of record.matched) {
      for (const value of pair.values) {
        const name = rootName(value);
        if (name !== undefined && names.has(name) && pair.name !== undefined)
          local.passed.push({ id, parameter: pair.name, name });
      }
    }
    const receiver = node.func.kind === "Attribute" ? rootName(node.func.value) : undefined;
    const target = this.program.functions.get(id);
    if (receiver !== undefined && names.has(receiver) && target?.receiver)
      local.passed.push({ id, parameter: target.receiver.arg, name: receiver });
  }
}

function localKey({ explicit, implicit, mutated, calls, passed }: Local): string {
  return JSON.stringify([[...explicit].sort(), [...implicit].sort(), [...mutated].sort(), calls, passed]);
}

function sameSet(left: ReadonlySet<string> | undefined, right: ReadonlySet<string> | undefined): boolean {
  return left === right || (left?.size === right?.size && [...(left ?? [])].every((item) => right?.has(item)));
}

function rootName(node: Expression): string | undefined {
  let current = node;
  while (current.kind === "Attribute" || current.kind === "Subscript") current = current.value;
  return current.kind === "Name" ? current.id : undefined;
}
