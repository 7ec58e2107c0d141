import { assign, expression, not } from "../../ir/build.ts";
import { canComplete, type Body } from "../../ir/blocks.ts";
import { isPure, isSimple } from "../../ir/purity.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren, walkAll } from "../../ir/walk.ts";
import type { Binding } from "../../types/binding.ts";
import { boolType } from "../../types/build.ts";
import type { Pass } from "./pass.ts";

/*
 * `if v, ok := m[k]; ok` asks and takes in one step. Python asks first (`if k in m`) and takes then (`v = m[k]`), which is the same where `ok` serves
 * only as the condition and the value is not used where there is none.
 */

export const commaOkPass: Pass = {
  name: "comma-ok",
  reason: "Python asks whether there is a value before it takes it.",
  from: "go",
  to: "python",
  run: (declarations) => declarations.map((declaration) => rewrite(declaration) as ir.Declaration),
};

function rewrite(node: ir.Node): ir.Node {
  const inner = mapChildren(node, rewrite);
  if (inner.kind === "Block") return { ...inner, body: rewriteList(inner.body) };
  return mapLists(inner);
}

/** Rewrites the statement lists directly inside a node. */
function mapLists(node: ir.Node): ir.Node {
  switch (node.kind) {
    case "Function":
    case "Closure":
    case "While":
    case "Loop":
    case "ForEach":
    case "Labeled":
    case "TopLevel":
      return { ...node, body: rewriteList(node.body) };
    case "If":
      return { ...node, then: rewriteList(node.then), otherwise: rewriteList(node.otherwise) };
    case "Switch":
      return { ...node, cases: node.cases.map((clause) => ({ ...clause, body: rewriteList(clause.body) })) };
    case "TypeSwitch":
      return { ...node, cases: node.cases.map((clause) => ({ ...clause, body: rewriteList(clause.body) })) };
    default:
      return node;
  }
}

function rewriteList(body: Body): Body {
  for (let position = 0; position + 1 < body.length; position++) {
    const pair = asked(body[position]!, body[position + 1]!, body.slice(position + 2));
    if (pair) return rewriteList([...body.slice(0, position), ...pair, ...body.slice(position + 2)]);
  }
  return body;
}

/** The question and the taking, where the assignment and the `if` behind it have the form. */
function asked(first: ir.Statement, second: ir.Statement, rest: Body): Body | undefined {
  if (first.kind !== "Assign" || second.kind !== "If" || first.targets.length !== 1) return undefined;
  const [target] = first.targets;
  if (target?.kind !== "TupleLiteral" || target.elements.length !== 2) return undefined;
  const [value, ok] = target.elements;
  const negated = second.test.kind === "Not";
  const flag = second.test.kind === "Not" ? second.test.operand : second.test;
  if (ok?.kind !== "Variable" || flag.kind !== "Variable" || flag.binding !== ok.binding || value?.kind !== "Variable")
    return undefined;
  if (!first.declares.includes(ok.binding) || uses([...second.then, ...second.otherwise, ...rest], ok.binding))
    return undefined;
  const question = questionOf(first.value);
  if (!question) return undefined;
  const isBlank = value.binding.name === "_";
  if (!isBlank && !first.declares.includes(value.binding)) return undefined;
  const take: Body = isBlank
    ? []
    : [{ ...assign(value, question.value, [value.binding]), ...(first.origin ? { origin: first.origin } : {}) }];
  const [present, absent] = negated ? [second.otherwise, second.then] : [second.then, second.otherwise];
  if (!isBlank && uses(absent, value.binding)) return undefined;
  const isUsedBehind = !isBlank && uses(rest, value.binding);
  const { leading, blankBefore } = first;
  const head = { ...(leading ? { leading } : {}), ...(blankBefore ? { blankBefore } : {}) };
  if (isUsedBehind) {
    if (!negated || canComplete(absent) || present.length > 0) return undefined;
    return [{ ...second, test: not(question.test), ...head }, ...take];
  }
  const then = negated ? absent : [...take, ...present];
  const otherwise = negated ? (present.length > 0 || take.length > 0 ? [...take, ...present] : []) : absent;
  const isTakenInVain = negated && present.length === 0;
  return [
    {
      ...second,
      test: negated ? not(question.test) : question.test,
      then,
      otherwise: isTakenInVain ? [] : otherwise,
      ...head,
    },
  ];
}

function uses(body: Body, binding: Binding): boolean {
  let found = false;
  walkAll(body, (node) => void (found ||= node.kind === "Variable" && node.binding === binding));
  return found;
}

/** What is asked, and how the value is taken once it is known to be there. */
function questionOf(value: ir.Expression): { readonly test: ir.Expression; readonly value: ir.Expression } | undefined {
  if (value.kind === "Lookup" && value.missing === "commaOk" && isPure(value.map) && isPure(value.key)) {
    const type = value.type.kind === "tuple" ? value.type.elements[0]! : value.type;
    return {
      test: expression("Membership", boolType, { element: value.key, container: value.map, negated: false }),
      value: { ...value, missing: "raise", type },
    };
  }
  if (
    value.kind === "TypeAssertion" &&
    value.commaOk &&
    isSimple(value.operand) &&
    value.target.kind !== "interface" &&
    !(value.target.kind === "named" && value.target.symbol.form === "interface")
  ) {
    return {
      test: expression("TypeTest", boolType, { operand: value.operand, targets: [value.target] }),
      value: expression("Cast", value.target, { operand: value.operand }),
    };
  }
  return undefined;
}
