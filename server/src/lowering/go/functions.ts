import type { Comment } from "../../base/syntax-node.ts";
import type * as go from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import type { Binding } from "../../types/binding.ts";
import { dictOf, noneType, stringType } from "../../types/build.ts";
import type { Type } from "../../types/type.ts";
import type { EnclosingFunction, GoLowerContext } from "../lower-context.ts";
import { methodKey } from "../method-key.ts";
import { Untranslatable } from "../untranslatable.ts";
import { sameSpelling } from "./statements.ts";
import { binary, block, call, field, fields, functionLiteral, ident, returnStatement } from "./syntax.ts";
import { isTerminating } from "./terminating.ts";

const nowhere = { start: 0, end: 0 } as const;

/** What decides a function's Go signature besides its parameters. */
export interface Signature {
  readonly parameters: readonly ir.Parameter[];
  readonly result: Type;
  readonly results?: readonly Binding[] | undefined;
  readonly fails: boolean;
  readonly several: boolean;
  readonly isGenerator: boolean;
  /** A generator that gives an error with each value. */
  readonly yieldsErrors?: boolean | undefined;
  readonly isAsync: boolean;
  readonly manages?: ir.Function["manages"];
}

/** The signature of a function or method as the facts of the program have it. */
export function signatureOf(node: ir.Function, context: GoLowerContext): Signature {
  const { symbol } = node;
  const fails = symbol
    ? node.name === "__init__"
      ? context.facts.constructorFails(symbol)
      : context.facts.methodFails(symbol, methodKey(node))
    : context.facts.functionFails(node.binding);
  const yieldsErrors =
    node.isGenerator &&
    (symbol ? context.facts.generatorMethodFails(symbol, node.name) : context.facts.generatorFails(node.binding));
  const several = symbol
    ? context.facts.methodHasSeveralResults(symbol, node.name)
    : context.facts.hasSeveralResults(node.binding);
  return {
    parameters: node.parameters,
    result: node.manages ? noneType : node.result,
    results: node.results,
    fails,
    several,
    isGenerator: node.isGenerator && node.manages === undefined,
    yieldsErrors,
    isAsync: node.isAsync,
    manages: node.manages,
  };
}

/** Go's variadic parameter stands last; Python's keyword-only ones, which follow it there, come before. */
export function orderedParameters(parameters: readonly ir.Parameter[]): readonly ir.Parameter[] {
  return [
    ...parameters.filter((parameter) => parameter.kind !== "variadic"),
    ...parameters.filter((parameter) => parameter.kind === "variadic"),
  ];
}

/** The type of the function: parameters that share a type stand together. */
export function functionType(signature: Signature, context: GoLowerContext): go.FuncType {
  return {
    kind: "FuncType",
    params: fields([...parameterFields(signature.parameters, context), ...blockField(signature, context)]),
    results: resultFields(signature, context),
    span: nowhere,
  };
}

function parameterFields(parameters: readonly ir.Parameter[], context: GoLowerContext): readonly go.Field[] {
  const list: go.Field[] = [];
  for (const parameter of orderedParameters(parameters)) {
    const made = field(parameterName(parameter.binding, context), parameterType(parameter, context));
    const last = list.at(-1);
    if (last && last.type.kind !== "Ellipsis" && made.type.kind !== "Ellipsis" && sameSpelling(last.type, made.type))
      list[list.length - 1] = { ...last, names: [...last.names, ...made.names] };
    else list.push(made);
  }
  return list;
}

/** The block of the `with`, which a function that manages a context takes as its last parameter. */
function blockField({ manages, parameters }: Signature, context: GoLowerContext): readonly go.Field[] {
  if (manages === undefined) return [];
  if (parameters.some((parameter) => parameter.kind === "variadic"))
    throw new Untranslatable("context-manager", "A context manager with `*args` is not translated; pass a list.");
  const { block: binding, given } = manages;
  const type: go.FuncType = {
    kind: "FuncType",
    params: fields(given.kind === "none" ? [] : [field(undefined, context.type(given))]),
    results: context.facts.functionFails(manages) ? fields([field(undefined, ident("error"))]) : undefined,
    span: nowhere,
  };
  return [field(context.name(binding), type)];
}

function parameterName(binding: Binding, context: GoLowerContext): string {
  return binding.name === "_" || (binding.reads === 0 && binding.name.startsWith("unused"))
    ? "_"
    : context.name(binding);
}

/** The type of a parameter, with what `*` and `**` make of it. */
export function parameterType(parameter: ir.Parameter, context: GoLowerContext): go.Expr {
  const type = context.type(parameter.type);
  if (parameter.kind === "variadic") return { kind: "Ellipsis", elt: type, span: nowhere };
  return parameter.kind === "keywords" ? context.type(dictOf(stringType, parameter.type)) : type;
}

function resultFields(signature: Signature, context: GoLowerContext): go.FieldList | undefined {
  const { result, results } = signature;
  const types = signature.isGenerator
    ? [
        context.type(
          signature.yieldsErrors === true && result.kind === "iterator" ? { ...result, fails: true } : result,
        ),
      ]
    : resultTypes(signature).map((type) => context.type(type));
  const named = results && results.length === types.length ? results : undefined;
  const list = types.map((type, position) => field(named ? parameterName(named[position]!, context) : undefined, type));
  const all = signature.fails ? [...list, field(named ? "err" : undefined, ident("error"))] : list;
  return all.length === 0 ? undefined : fields(all);
}

/** The results before the error. */
export function resultTypes(signature: Pick<Signature, "result" | "several">): readonly Type[] {
  const { result } = signature;
  if (result.kind === "none") return [];
  return signature.several && result.kind === "tuple" ? result.elements : [result];
}

/** The type of a variable that is declared before it has a value: that of a function has the results and the error which its definition will have. */
export function declaredType(binding: Binding, context: GoLowerContext): go.Expr {
  const { type } = binding;
  const lowered = context.type(type);
  if (binding.kind !== "function" || type.kind !== "function" || lowered.kind !== "FuncType") return lowered;
  const several = context.facts.hasSeveralResults(binding);
  const fails = context.facts.functionFails(binding);
  if (!several && !fails) return lowered;
  const results = resultTypes({ result: type.result, several }).map((each) => field(undefined, context.type(each)));
  return { ...lowered, results: fields(fails ? [...results, field(undefined, ident("error"))] : results) };
}

/** The body of a function with this signature. `also` are further bindings to name before: the receiver. */
export function functionBody(
  body: readonly ir.Statement[],
  signature: Signature,
  also: readonly Binding[],
  context: GoLowerContext,
): go.BlockStmt {
  const parameters = [
    ...also,
    ...signature.parameters.map((parameter) => parameter.binding),
    ...(signature.results ?? []),
    ...(signature.manages ? [signature.manages.block] : []),
  ];
  if (signature.isGenerator) return generatorBody(body, signature, parameters, context);
  const enclosing: EnclosingFunction = {
    result: signature.result,
    fails: signature.fails,
    several: signature.several,
    isGenerator: false,
    isAsync: signature.isAsync,
    manages: signature.manages?.block,
    parameters,
  };
  const lowered = context.functionBody(body, enclosing);
  const needsEnd = signature.result.kind !== "none" && !isTerminating(lowered.list);
  return needsEnd
    ? {
        ...lowered,
        list: [
          ...lowered.list,
          {
            kind: "ExprStmt",
            x: call("panic", {
              kind: "BasicLit",
              token: "STRING",
              raw: '"unreachable"',
              value: "unreachable",
              span: nowhere,
            }),
            span: nowhere,
          },
        ],
      }
    : lowered;
}

/** A generator gives a function that hands its values to `yield`, one after the other. */
function generatorBody(
  body: readonly ir.Statement[],
  signature: Signature,
  parameters: readonly Binding[],
  context: GoLowerContext,
): go.BlockStmt {
  const element = signature.result.kind === "iterator" ? signature.result.element : signature.result;
  const fails = signature.yieldsErrors === true;
  const enclosing: EnclosingFunction = {
    result: noneType,
    fails: false,
    isGenerator: true,
    ...(fails ? { yieldsErrors: element } : {}),
    isAsync: signature.isAsync,
    parameters,
  };
  const lowered = context.functionBody(body, enclosing);
  const yieldType: go.FuncType = {
    kind: "FuncType",
    params: fields([field(undefined, context.type(element)), ...(fails ? [field(undefined, ident("error"))] : [])]),
    results: fields([field(undefined, ident("bool"))]),
    span: nowhere,
  };
  return block([returnStatement(functionLiteral([["yield", yieldType]], [], lowered))]);
}

/** Type parameters with their constraints. */
export function typeParameterFields(parameters: readonly Type[], context: GoLowerContext): go.FieldList | undefined {
  const list = parameters.flatMap((parameter) =>
    parameter.kind === "parameter" ? [field(parameter.name, constraintOf(parameter.constraint, context))] : [],
  );
  return list.length === 0 ? undefined : fields(list);
}

function constraintOf(constraint: Type | undefined, context: GoLowerContext): go.Expr {
  if (constraint?.kind === "union")
    return constraint.members.map((member) => context.type(member)).reduce((left, right) => binary(left, "|", right));
  return constraint === undefined || constraint.kind === "unknown" ? ident("any") : context.type(constraint);
}

/** A function of the package. */
export function lowerFunction(node: ir.Function, context: GoLowerContext): go.FuncDecl {
  const signature = signatureOf(node, context);
  const name = context.name(node.binding);
  const body = functionBody(node.body, signature, [], context);
  const type = { ...functionType(signature, context), typeParams: typeParameterFields(node.typeParameters, context) };
  return documented(
    { kind: "FuncDecl", name: ident(name), type, body: withInner(body, node), span: nowhere },
    node.documentation,
    name,
  );
}

/** A method with a receiver of this type. */
export function lowerMethod(node: ir.Function, receiverType: go.Expr, context: GoLowerContext): go.FuncDecl {
  const signature = signatureOf(node, context);
  const { receiver } = node;
  const body = functionBody(node.body, signature, receiver ? [receiver] : [], context);
  const name = context.member(node.name, receiver?.type, "method");
  const receiverName = receiver ? context.name(receiver) : undefined;
  const decl: go.FuncDecl = {
    kind: "FuncDecl",
    recv: fields([field(receiverName, receiverType)]),
    name: ident(name),
    type: functionType(signature, context),
    body: withInner(body, node),
    span: nowhere,
  };
  return documented(decl, node.documentation, name);
}

function withInner(body: go.BlockStmt, node: ir.Function): go.BlockStmt {
  const inner = [...(node.inner ?? []), ...(node.innerComments?.inner ?? [])];
  return inner.length > 0 ? { ...body, inner } : body;
}

/** The declaration with its documentation above it, which begins with the name as Go's tools expect. */
export function documented(decl: go.FuncDecl, documentation: string | undefined, name: string): go.FuncDecl {
  if (documentation === undefined || documentation === "") return decl;
  return { ...decl, leading: docComments(documentation, name) };
}

/** Documentation as Go writes it. */
export function docComments(documentation: string, name: string): readonly Comment[] {
  const [first = "", ...rest] = documentation.split("\n");
  return [named(first, name), ...rest].map((text) => ({ text, block: false }));
}

const verbs: Readonly<Record<string, string>> = {
  Check: "checks",
  Fetch: "fetches",
  Match: "matches",
  Search: "searches",
  Do: "does",
  Apply: "applies",
  Try: "tries",
  Push: "pushes",
};

/** `Return the sum.` becomes `sum returns the sum.` */
function named(text: string, name: string): string {
  const [first = "", ...words] = text.split(" ");
  if (first === name || words.length === 0) return text;
  const verb =
    verbs[first] ??
    (/^(Add|Append|Build|Calculate|Collect|Combine|Compute|Convert|Count|Create|Decode|Delete|Determine|Encode|Filter|Find|Format|Generate|Get|Give|Handle|Insert|Load|Make|Merge|Parse|Print|Read|Remove|Replace|Return|Reverse|Run|Send|Set|Show|Sort|Split|Start|Stop|Sum|Tell|Test|Update|Validate|Write)$/.test(
      first,
    )
      ? `${first.toLowerCase()}s`
      : undefined);
  return verb === undefined ? text : `${name} ${verb} ${words.join(" ")}`;
}
