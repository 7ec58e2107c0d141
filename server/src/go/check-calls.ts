import { hasUnknown } from "../types/relations.ts";
import type { FunctionType, ParameterType, Type, TypeParameterType } from "../types/type.ts";
import type { CallTarget } from "./analysis-api.ts";
import { assign, convert } from "./check-assignable.ts";
import { checkBuiltin } from "./check-builtins.ts";
import { invalid, valueOf } from "./checker.ts";
import type { Checker, Operand } from "./checker.ts";
import { typeOperand } from "./check-entities.ts";
import { explicitArguments, namesType } from "./check-index.ts";
import { infer, instantiateSignature, renamed, verifyArguments } from "./check-instantiate.ts";
import type { Pair } from "./check-instantiate.ts";
import { expressionText } from "./check-messages.ts";
import { anyValues, requireValue } from "./check-operand.ts";
import { showGoType } from "./check-show.ts";
import { substitute, substitution } from "./check-substitute.ts";
import { coreType } from "./check-types.ts";
import type { CallExpr, Expr } from "./tree.ts";

interface Callee {
  readonly operand: Operand;
  /** Explicit type arguments, perhaps not all. */
  readonly typeArguments: readonly Type[];
}

/** A call, a conversion, or the use of a builtin function. */
export function checkCall(check: Checker, node: CallExpr): Operand {
  const { operand: callee, typeArguments } = evaluateCallee(check, node.fun);
  if (callee.mode === "type") return conversion(check, node, callee.type);
  if (callee.mode === "builtin") {
    remember(check, node, { kind: "builtin", name: callee.builtin });
    return checkBuiltin(check, node, callee.builtin ?? "");
  }
  requireValue(check, callee);
  const args = evaluateArguments(check, node);
  const signature = callee.mode === "invalid" ? undefined : coreType(callee.type);
  if (signature === undefined || signature.kind !== "function") {
    if (callee.mode !== "invalid" && signature?.kind !== "unknown") {
      check.error(
        node.fun,
        "invalid-operation",
        `invalid operation: cannot call non-function ${expressionText(node.fun)} (value of type ${showGoType(callee.type)})`,
      );
    }
    return invalid(node);
  }
  // A call that is not understood may have any number of results.
  const open =
    args.length === 1 &&
    args[0]!.mode === "invalid" &&
    node.args[0]?.kind === "CallExpr" &&
    signature.parameters.length !== 1;
  if (open && !signature.typeParameters?.length) return resultOfCall(node, signature);
  const final = open ? undefined : passArguments(check, node, signature, args, typeArguments);
  if (final === undefined) return invalid(node);
  rememberCall(check, node, callee, final);
  return resultOfCall(node, final.signature);
}

function resultOfCall(node: CallExpr, signature: FunctionType): Operand {
  return signature.result.kind === "none"
    ? { node, mode: "novalue", type: signature.result }
    : valueOf(node, signature.result);
}

function evaluateCallee(check: Checker, fun: Expr): Callee {
  if ((fun.kind === "IndexExpr" || fun.kind === "IndexListExpr") && !namesType(check, fun.x)) {
    if (fun.kind === "IndexListExpr" || mayBeGeneric(check, fun.x)) {
      const operand = check.expression(fun.x);
      if (operand.mode === "value" && operand.type.kind === "function" && operand.type.typeParameters?.length) {
        const typeArguments = explicitArguments(check, fun);
        check.record({ node: fun, mode: "value", type: operand.type });
        return { operand: { ...operand, node: fun }, typeArguments };
      }
      return { operand: operand.mode === "invalid" ? invalid(fun) : check.expression(fun), typeArguments: [] };
    }
  }
  return { operand: check.expression(fun), typeArguments: [] };
}

/** Whether a name may be that of a generic function, so that what is in brackets are types. */
function mayBeGeneric(check: Checker, node: Expr): boolean {
  if (node.kind === "ParenExpr") return mayBeGeneric(check, node.x);
  if (node.kind === "Ident")
    return check.context.scope.lookup(node.name)?.role === "function" || check.context.file.dotImports.has(node.name);
  if (node.kind !== "SelectorExpr" || node.x.kind !== "Ident") return false;
  return (
    node.x.packagePath !== undefined ||
    check.context.scope.lookup(node.x.name)?.role === "package" ||
    check.context.file.fragment
  );
}

/** The operands of a call; the results of a call that is the only argument are spread. */
function evaluateArguments(check: Checker, node: CallExpr): Operand[] {
  const [only] = node.args;
  if (node.args.length !== 1 || only === undefined)
    return node.args.map((argument) => requireValue(check, check.expression(argument)));
  const operand = anyValues(check, only);
  if (operand.type.kind !== "tuple") return [operand];
  return operand.type.elements.map((type) => valueOf(only, type));
}

function conversion(check: Checker, node: CallExpr, type: Type): Operand {
  remember(check, node, { kind: "conversion" });
  const [argument] = node.args;
  if (argument === undefined || node.args.length > 1) {
    const problem = argument === undefined ? "missing argument" : "too many arguments";
    for (const extra of node.args) check.expression(extra);
    check.error(node, "argument-count", `${problem} in conversion to ${showGoType(type)}`);
    return { node, mode: "value", type };
  }
  const operand = requireValue(check, check.expression(argument, type));
  if (node.ellipsis) check.error(node, "misplaced", `invalid use of ... in conversion to ${showGoType(type)}`);
  if (operand.mode === "invalid") return { node, mode: "value", type };
  convert(check, operand, type);
  if ((operand.mode as string) === "invalid") return { node, mode: "value", type };
  return operand.mode === "constant"
    ? { ...typeOperand(node, type), mode: "constant", value: operand.value }
    : valueOf(node, type);
}

interface FinalCall {
  readonly signature: FunctionType;
  readonly typeArguments: readonly Type[];
}

/** Checks the arguments against the signature, whose type parameters are inferred first. Undefined when they cannot be. */
function passArguments(
  check: Checker,
  node: CallExpr,
  generic: FunctionType,
  args: readonly Operand[],
  explicit: readonly Type[],
): FinalCall | undefined {
  const signature = renamed(generic);
  const parameters = parametersFor(check, node, signature, args.length);
  if (parameters === undefined) {
    if (!generic.typeParameters?.length) return { signature: generic, typeArguments: [] };
    return undefined;
  }
  const pairs = args.map((operand, i): Pair => ({ parameter: parameters[i]!, operand }));
  const own = signature.typeParameters ?? [];
  if (own.length === 0) {
    for (const { operand, parameter } of pairs) assignArgument(check, node, operand, parameter);
    return { signature, typeArguments: [] };
  }
  if (explicit.length > own.length) {
    check.error(
      node.fun,
      "type-arguments",
      `got ${explicit.length} type arguments but ${expressionText(node.fun)} has ${own.length} type parameters`,
    );
    return undefined;
  }
  const open = openArguments(pairs);
  const inferred = infer(check, [...own, ...open.parameters], explicit, open.pairs);
  if (typeof inferred === "string") {
    if (!args.some((operand) => operand.mode === "invalid" || hasUnknown(operand.type))) {
      check.error(node, "cannot-infer", `in call to ${expressionText(node.fun)}, ${inferred}`);
    }
    return undefined;
  }
  const typeArguments = inferred.slice(0, own.length);
  if (!verifyArguments(check, node.fun, own, typeArguments)) return undefined;
  const map = substitution(own, typeArguments);
  for (const { operand, parameter } of pairs) assignArgument(check, node, operand, substitute(parameter, map));
  return { signature: instantiateSignature(signature, map), typeArguments };
}

interface OpenArguments {
  readonly pairs: readonly Pair[];
  /** The type parameters of arguments that are generic functions. */
  readonly parameters: readonly TypeParameterType[];
}

/** Arguments may be generic functions themselves; their type parameters are found together with those of the called one. */
function openArguments(pairs: readonly Pair[]): OpenArguments {
  const parameters: TypeParameterType[] = [];
  const open = pairs.map((pair): Pair => {
    const { type } = pair.operand;
    if (type.kind !== "function" || !type.typeParameters?.length) return pair;
    const { typeParameters, ...plain } = renamed(type);
    parameters.push(...(typeParameters ?? []));
    return { parameter: pair.parameter, operand: { ...pair.operand, type: plain } };
  });
  return { pairs: open, parameters };
}

function assignArgument(check: Checker, node: CallExpr, operand: Operand, parameter: Type): void {
  assign(check, operand, parameter, `argument to ${expressionText(node.fun)}`);
}

/** The type of each argument's parameter, or undefined when their number is wrong, which is reported. */
function parametersFor(check: Checker, node: CallExpr, signature: FunctionType, count: number): Type[] | undefined {
  const { parameters } = signature;
  const last = parameters.at(-1);
  const variadic = last?.kind === "variadic";
  if (node.ellipsis) return spreadParameters(check, node, parameters, count);
  const least = variadic ? parameters.length - 1 : parameters.length;
  if (count < least || (count > parameters.length && !variadic)) {
    const problem = count < least ? "not enough" : "too many";
    const at = count < least ? node : (node.args[parameters.length] ?? node);
    check.error(
      at,
      "argument-count",
      `${problem} arguments in call to ${expressionText(node.fun)}\n\thave ${count}, want ${parameters.length}`,
    );
    return undefined;
  }
  return Array.from({ length: count }, (_, i) => (variadic && i >= least ? last.type : parameters[i]!.type));
}

function spreadParameters(
  check: Checker,
  node: CallExpr,
  parameters: readonly ParameterType[],
  count: number,
): Type[] | undefined {
  const last = parameters.at(-1);
  if (last?.kind !== "variadic") {
    check.error(node, "misplaced", `have (...) but ${expressionText(node.fun)} is not variadic`);
    return undefined;
  }
  if (node.args.length === 1 && count > 1) {
    check.error(node, "misplaced", `cannot use ... with multi-valued expression ${expressionText(node.args[0]!)}`);
    return undefined;
  }
  if (count !== parameters.length) {
    check.error(
      node,
      "argument-count",
      `${count < parameters.length ? "not enough" : "too many"} arguments in call to ${expressionText(node.fun)}`,
    );
    return undefined;
  }
  return parameters.map((parameter) =>
    parameter.kind === "variadic" ? { kind: "list", element: parameter.type } : parameter.type,
  );
}

function remember(check: Checker, node: CallExpr, target: CallTarget): void {
  if (check.context.recording) check.facts.calls.set(node, target);
}

function rememberCall(check: Checker, node: CallExpr, callee: Operand, final: FinalCall): void {
  if (!check.context.recording) return;
  const { signature } = final;
  const typeArguments = final.typeArguments.length > 0 ? final.typeArguments : undefined;
  if (typeArguments !== undefined) check.record({ node: node.fun, mode: "value", type: signature });
  const { entity } = callee;
  if (entity?.role === "function") {
    const packagePath = entity.package?.path;
    remember(check, node, {
      kind: "function",
      name: entity.name,
      packagePath,
      typeArguments,
      declaration: entity.declaration,
      signature,
    });
    return;
  }
  let { fun } = node;
  while (fun.kind === "ParenExpr") fun = fun.x;
  const selection = fun.kind === "SelectorExpr" ? check.facts.selections.get(fun) : undefined;
  if (selection?.kind === "method" && fun.kind === "SelectorExpr") {
    const receiver = selection.symbol;
    const declaration = receiver === undefined ? undefined : check.methodDeclaration(receiver, fun.sel.name);
    remember(check, node, {
      kind: "method",
      name: fun.sel.name,
      packagePath: receiver?.module,
      receiver,
      declaration,
      signature,
    });
  } else remember(check, node, { kind: "value", signature });
}
