import type { Body } from "../../ir/blocks.ts";
import { expression } from "../../ir/build.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import { boolType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import { isErrorType } from "../error-results.ts";

/* What the pass that turns errors into exceptions builds its statements of. */

export function zero(type: Type): ir.Expression {
  return expression("ZeroValue", type, {});
}

export function notNone(operand: ir.Expression): ir.Expression {
  return expression("IsNone", boolType, { operand, negated: true });
}

export function attempt(body: Body, handlers: readonly ir.Handler[], orElse: Body = []): ir.Try {
  return { sort: "statement", kind: "Try", body, handlers, orElse, finally: [], group: false };
}

const anyError: Type = {
  kind: "named",
  symbol: {
    name: "error",
    module: "universe",
    form: "interface",
    typeParameters: [],
    fields: new Map(),
    methods: new Map(),
    bases: [],
  },
  arguments: [],
};

export function handler(binding: Binding | undefined, body: Body): ir.Handler {
  return { types: [anyError], ...(binding ? { binding } : {}), body };
}

/** The variable of an error that is compared with nil: whether it is one (`isPresent`), or is none. */
export function testedError(test: ir.Expression, isPresent: boolean): Binding | undefined {
  return test.kind === "IsNone" &&
    test.negated === isPresent &&
    test.operand.kind === "Variable" &&
    isErrorType(test.operand.type)
    ? test.operand.binding
    : undefined;
}

export function decorated(statements: Body, source: ir.Statement): Body {
  const [first, ...rest] = statements;
  if (first === undefined) return statements;
  const { leading, trailing, blankBefore } = source;
  const last = rest.at(-1);
  const head = {
    ...first,
    ...(leading ? { leading } : {}),
    ...(blankBefore ? { blankBefore } : {}),
    ...(trailing && !last ? { trailing } : {}),
  };
  return last && trailing ? [head, ...rest.slice(0, -1), { ...last, trailing }] : [head, ...rest];
}
