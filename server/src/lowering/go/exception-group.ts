import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { noneType } from "../../types/build.ts";
import type { NamedType, Type } from "../../types/type.ts";
import type { GoLowerContext } from "../lower-context.ts";
import { rootExceptions } from "../raises.ts";
import { Untranslatable } from "../untranslatable.ts";
import { goTypes, tests } from "./handlers.ts";
import { declarationsOf, Flow } from "./leaving.ts";
import * as build from "./syntax.ts";
import { tupleLiteral } from "./tuples.ts";

/* Exception groups: a struct with the errors in it, which `except*` parts by their classes. */

/** `except*`: each handler takes its part of the group, and what is left goes on. */
export function groupToGo(node: ir.Try, context: GoLowerContext): readonly go.Stmt[] {
  if (node.finally.length > 0)
    throw new Untranslatable("exception-group", "`except*` with a `finally` is not translated; put a `try` around it.");
  const flow = new Flow(node, context, false);
  const lowered = context.functionBody(flow.body, {
    result: noneType,
    fails: true,
    isGenerator: false,
    isAsync: false,
    manages: context.enclosing?.manages,
  });
  const literal: go.FuncLit = {
    kind: "FuncLit",
    type: build.functionType([], [build.field(undefined, build.ident("error"))]),
    body: lowered,
    span: { start: 0, end: 0 },
  };
  const rest = build.ident("err");
  const others = build.ident(context.fresh("others"));
  const handlers = node.handlers.map((handler) => handlerToGo(handler, rest, others, context));
  const left = build.ifStatement(build.binary(rest, "!=", build.ident("nil")), context.failure.propagate(rest));
  const orElse = context.statements(flow.guardedElse(node.orElse));
  const after = context.statements(flow.after);
  const check = build.ifStatement(
    build.binary(rest, "!=", build.ident("nil")),
    [...handlers, left],
    orElse,
    build.define("err", build.call(literal)),
  );
  return [...declarationsOf(flow, context), check, ...after];
}

/** `if failures, others := splitErrors(err, …); failures != nil { … }` */
function handlerToGo(handler: ir.Handler, rest: go.Expr, others: go.Ident, context: GoLowerContext): go.Stmt {
  const { binding } = handler;
  const matched = build.ident(binding && binding.reads > 0 ? context.name(binding) : context.fresh("matched"));
  const split = build.call(context.helper("splitErrors"), rest, classTest(handler.types, context));
  const body = [build.assign(rest, others), ...context.statements(handler.body)];
  return build.ifStatement(
    build.binary(matched, "!=", build.ident("nil")),
    body,
    undefined,
    build.define([matched.name, others.name], split),
  );
}

/** A function that tells whether an error is of one of the classes. */
export function classTest(types: readonly Type[], context: GoLowerContext): go.Expr {
  const named = types.filter((type): type is NamedType => type.kind === "named");
  const error = build.ident("err");
  const parameters: readonly (readonly [string, go.Expr])[] = [["err", build.ident("error")]];
  const isAny = named.some((type) => type.symbol.module !== "" && rootExceptions.has(type.symbol.name));
  const alternatives = isAny ? [] : named.flatMap((type) => goTypes(type, context));
  const [only] = alternatives;
  if (only && alternatives.length === 1) return build.index(context.helper("isError"), only);
  const test = isAny ? build.ident("true") : tests(alternatives, error, context);
  return build.functionLiteral(parameters, [build.ident("bool")], build.block([build.returnStatement(test)]));
}

/** A part of a group, see `ExceptionPart`. */
export function partToGo(node: ir.ExceptionPart, context: GoLowerContext): go.Expr {
  const group = context.expression(node.operand);
  switch (node.part) {
    case "args":
      return build.call(context.helper("exceptionArguments"), group);
    case "message":
      return build.selector(group, "Message");
    case "exceptions": {
      const errors = build.selector(group, "Errors");
      const element = node.type.kind === "list" ? node.type.element : undefined;
      const isOwn = element?.kind === "named" && element.symbol.module === "";
      return isOwn ? build.call(build.index(context.helper("errorsOf"), context.type(element)), errors) : errors;
    }
    case "subgroup":
    case "split": {
      const matched = context.fresh("matched");
      const others = node.part === "split" ? context.fresh("others") : "_";
      const call = build.call(context.helper("splitGroup"), group, classTest(node.classes ?? [], context));
      context.emit(build.define([matched, others], call));
      if (node.part === "subgroup") return build.ident(matched);
      if (node.type.kind !== "tuple") return build.ident(matched);
      return tupleLiteral(
        node.type,
        [build.ident(matched), build.ident(others)],
        (type) => context.type(type),
        (name) => context.helper(name),
      );
    }
  }
}
