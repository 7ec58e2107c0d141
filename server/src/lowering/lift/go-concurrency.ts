import type * as go from "../../go/tree.ts";
import { assign, expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import { floatType, noneType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { decorationOf } from "../decoration.ts";
import type { GoLiftContext } from "../lift-context.ts";
import { goArguments } from "./go-calls.ts";
import { liftGoBinary, underlying } from "./go-operators.ts";

/** `<-channel`; undefined for every other operator. */
export function liftReceive(node: go.UnaryExpr, context: GoLiftContext): ir.Expression | undefined {
  if (node.op !== "<-") return undefined;
  const channel = context.expression(node.x);
  const type = underlying(channel.type);
  return expression("Receive", type.kind === "channel" ? type.element : context.typeOf(node), {
    channel,
    commaOk: false,
  });
}

export function liftSend(node: go.SendStmt, context: GoLiftContext): ir.Send {
  const channel = context.expression(node.chan);
  const type = underlying(channel.type);
  const isSignal =
    node.value.kind === "CompositeLit" &&
    type.kind === "channel" &&
    type.element.kind === "struct" &&
    type.element.fields.length === 0;
  const value = isSignal
    ? expression("RecordLiteral", type.element, { fields: [] })
    : type.kind === "channel"
      ? context.coerced(node.value, type.element)
      : context.expression(node.value);
  return { sort: "statement", kind: "Send", channel, value };
}

export function liftSelect(node: go.SelectStmt, context: GoLiftContext): ir.Select {
  const cases = node.clauses.map((clause): ir.SelectCase => {
    const [communication] = clause.comm ? context.statements([clause.comm]) : [];
    return {
      ...(communication ? { communication } : {}),
      body: context.statements(clause.body),
      ...decorationOf(clause),
      origin: context.origin(clause),
    };
  });
  return { sort: "statement", kind: "Select", cases, ...decorationOf(node) };
}

/** `make(chan T, n)` and `close(channel)`; undefined for every other call. */
export function liftChannelCall(node: go.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  if (node.fun.kind !== "Ident" || context.analysis.callOf(node)?.kind !== "builtin") return undefined;
  const [first, second] = node.args;
  if (!first) return undefined;
  if (node.fun.name === "close") return expression("CloseChannel", noneType, { channel: context.expression(first) });
  if (node.fun.name !== "make" || underlying(context.typeOf(node)).kind !== "channel") return undefined;
  return expression("MakeChannel", context.typeOf(node), { capacity: second && context.expression(second) });
}

const methods: Readonly<Record<string, ir.SynchronizeForm>> = {
  "sync.WaitGroup.Add": "add",
  "sync.WaitGroup.Done": "done",
  "sync.WaitGroup.Wait": "wait",
  "sync.WaitGroup.Go": "go",
  "sync.Mutex.Lock": "lock",
  "sync.Mutex.Unlock": "unlock",
  "sync.Locker.Lock": "lock",
  "sync.Locker.Unlock": "unlock",
  "sync.RWMutex.Lock": "lock",
  "sync.RWMutex.Unlock": "unlock",
  "sync.RWMutex.RLock": "readLock",
  "sync.RWMutex.RUnlock": "readUnlock",
  "sync.Once.Do": "once",
  "sync.Cond.Wait": "waitCondition",
  "sync.Cond.Signal": "signal",
  "sync.Cond.Broadcast": "broadcast",
  "golang.org/x/sync/errgroup.Group.Go": "go",
  "golang.org/x/sync/errgroup.Group.Wait": "wait",
  "golang.org/x/sync/semaphore.Weighted.Acquire": "acquire",
};

/** Methods of package sync and of the packages like it; undefined for every other call. */
export function liftSynchronization(node: go.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind !== "method" || target.packagePath === undefined || !target.receiver) return undefined;
  const form = methods[`${target.packagePath}.${target.receiver.name}.${target.name ?? ""}`];
  const { fun } = node;
  if (form === undefined || fun.kind !== "SelectorExpr") return undefined;
  const path = context.analysis.selectionOf(fun)?.path ?? [];
  const object = path.reduce<ir.Expression>(
    (owner, step) => expression("Field", step.type, { object: owner, name: step.name, member: "field" }),
    context.expression(fun.x),
  );
  const type = context.typeOf(node);
  return expression("Synchronize", type.kind === "named" ? type : noneType, {
    form,
    object,
    operands: goArguments(node, context).map((argument) => argument.value),
  });
}

/** `atomic.AddInt64(&n, 1)` and `atomic.StoreInt64(&n, 0)` as statements, for a number that nothing else refers to by a pointer. */
export function liftAtomicUpdate(node: go.ExprStmt, context: GoLiftContext): ir.Statement | undefined {
  if (node.x.kind !== "CallExpr") return undefined;
  const target = context.analysis.callOf(node.x);
  const [place, operand] = node.x.args;
  if (target?.kind !== "function" || target.packagePath !== "sync/atomic" || !place || !operand) return undefined;
  const form = /^(Add|Store)(?:Int|Uint)(?:32|64)$/.exec(target.name ?? "")?.[1];
  if (form === undefined || place.kind !== "UnaryExpr" || place.op !== "&") return undefined;
  const type = context.typeOf(place.x);
  const value = context.coerced(operand, type);
  if (form === "Store") return assign(context.target(place.x), value);
  const sum = liftGoBinary(context.expression(place.x), "+", value, type);
  return { sort: "statement", kind: "Update", target: context.target(place.x), value: sum };
}

/** `atomic.AddInt64(&n, 1)` as a value, of a variable. */
export function liftAtomicCall(node: go.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  const [place, operand] = node.args;
  if (target?.kind !== "function" || target.packagePath !== "sync/atomic" || !place || !operand) return undefined;
  if (!/^Add(Int|Uint)(32|64)$/.test(target.name ?? "") || place.kind !== "UnaryExpr" || place.x.kind !== "Ident")
    return undefined;
  const type = context.typeOf(place.x);
  const variable = context.target(place.x);
  if (variable.kind !== "Variable") return undefined;
  const value = liftGoBinary(context.expression(place.x), "+", context.coerced(operand, type), type);
  return expression("AssignmentExpression", type, { target: variable, value });
}

/** `time.Sleep`, `time.After` and `runtime.Gosched`; undefined for every other call. */
export function liftWaiting(node: go.CallExpr, context: GoLiftContext): ir.Expression | undefined {
  const target = context.analysis.callOf(node);
  if (target?.kind !== "function") return undefined;
  const [first] = node.args;
  switch (`${target.packagePath ?? ""}.${target.name ?? ""}`) {
    case "time.Sleep":
      return first && expression("Sleep", noneType, { seconds: secondsOf(first, context), blocks: false });
    case "time.After":
      return first && expression("Timer", context.typeOf(node), { seconds: secondsOf(first, context) });
    case "runtime.Gosched":
      return expression("Sleep", noneType, {
        seconds: expression("FloatLiteral", floatType, { value: 0 }),
        blocks: false,
      });
    default:
      return undefined;
  }
}

/** A `time.Duration` as a number of seconds where it is a constant, or a number times a unit; else the duration itself. */
function secondsOf(node: go.Expr, context: GoLiftContext): ir.Expression {
  let nanoseconds = 1;
  const factors: ir.Expression[] = [];
  const visit = (part: go.Expr): boolean => {
    const constant = context.analysis.constantOf(part);
    if (typeof constant === "bigint") nanoseconds *= Number(constant);
    else if (part.kind === "ParenExpr") return visit(part.x);
    else if (part.kind === "BinaryExpr" && part.op === "*") return [part.x, part.y].every(visit);
    else if (part.kind === "CallExpr" && context.analysis.callOf(part)?.kind === "conversion" && part.args[0]) {
      const operand = context.expression(part.args[0]);
      if (operand.type.kind !== "int") return false;
      factors.push(expression("Convert", floatType, { operand }));
    } else return false;
    return true;
  };
  if (!visit(node)) return context.expression(node);
  const unit = expression("FloatLiteral", floatType, { value: nanoseconds / 1e9 });
  return factors.reduceRight<ir.Expression>(
    (product, factor) => expression("Arithmetic", floatType, { operator: "multiply", left: factor, right: product }),
    unit,
  );
}

/** The type of the elements of a channel, defined types included. */
export function elementOfChannel(type: Type): Type | undefined {
  const shape = underlying(type);
  return shape.kind === "channel" ? shape.element : undefined;
}
