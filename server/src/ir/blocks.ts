import type { Failure, Statement } from "./node.ts";

/* The statement lists that a statement holds. Bodies of functions inside expressions or local declarations are not among them. */

export type Body = readonly Statement[];

/** The lists directly inside a statement, in source order. */
export function bodiesOf(statement: Statement): readonly Body[] {
  const bodies: Body[] = [];
  mapBodies(statement, (body) => {
    bodies.push(body);
    return body;
  });
  return bodies;
}

/** The statement with each list directly inside it replaced. `position` counts the lists as `bodiesOf` gives them. */
export function mapBodies(statement: Statement, replace: (body: Body, position: number) => Body): Statement {
  let position = 0;
  const body = (list: Body): Body => replace(list, position++);
  switch (statement.kind) {
    case "If":
      return { ...statement, then: body(statement.then), otherwise: body(statement.otherwise) };
    case "While":
    case "ForEach":
      return { ...statement, body: body(statement.body), orElse: body(statement.orElse) };
    case "Loop":
    case "Labeled":
    case "With":
    case "Locked":
    case "Block":
      return { ...statement, body: body(statement.body) };
    case "Try":
      return {
        ...statement,
        body: body(statement.body),
        handlers: statement.handlers.map((handler) => ({ ...handler, body: body(handler.body) })),
        orElse: body(statement.orElse),
        finally: body(statement.finally),
      };
    case "Switch":
      return { ...statement, cases: statement.cases.map((clause) => ({ ...clause, body: body(clause.body) })) };
    case "TypeSwitch":
      return { ...statement, cases: statement.cases.map((clause) => ({ ...clause, body: body(clause.body) })) };
    case "Match":
      return { ...statement, cases: statement.cases.map((clause) => ({ ...clause, body: body(clause.body) })) };
    case "Select":
      return { ...statement, cases: statement.cases.map((clause) => ({ ...clause, body: body(clause.body) })) };
    case "Assign":
    case "ExpressionStatement":
    case "Return":
    case "Raise":
      return statement.failure === undefined
        ? statement
        : { ...statement, failure: failureBodies(statement.failure, body) };
    default:
      return statement;
  }
}

function failureBodies(failure: Failure, body: (list: Body) => Body): Failure {
  return {
    handlers: failure.handlers.map((handler) => ({ ...handler, body: body(handler.body) })),
    orElse: body(failure.orElse),
  };
}

/** Rewrites every list at any depth, inner ones first. */
export function rewriteBodies(body: Body, rewrite: (body: Body) => Body): Body {
  return rewrite(body.map((statement) => mapBodies(statement, (inner) => rewriteBodies(inner, rewrite))));
}

const breakable: ReadonlySet<Statement["kind"]> = new Set([
  "While",
  "Loop",
  "ForEach",
  "Switch",
  "TypeSwitch",
  "Select",
]);
const loops: ReadonlySet<Statement["kind"]> = new Set(["While", "Loop", "ForEach"]);

export function isLoop(statement: Statement): statement is Extract<Statement, { kind: "While" | "Loop" | "ForEach" }> {
  return loops.has(statement.kind);
}

/** The `break` statements without a label that leave the statement whose body this is. */
export function breaksOf(body: Body): readonly Extract<Statement, { kind: "Break" }>[] {
  return body.flatMap((statement) => {
    if (statement.kind === "Break") return statement.label === undefined ? [statement] : [];
    const inner = bodiesOf(statement);
    // The `else` of a loop belongs to what is around the loop.
    const searched = breakable.has(statement.kind)
      ? isLoop(statement) && statement.kind !== "Loop"
        ? [statement.orElse]
        : []
      : inner;
    return searched.flatMap(breaksOf);
  });
}

/** The `continue` statements without a label that go on with the loop whose body this is. */
export function continuesOf(body: Body): readonly Extract<Statement, { kind: "Continue" }>[] {
  return body.flatMap((statement) => {
    if (statement.kind === "Continue") return statement.label === undefined ? [statement] : [];
    const searched = isLoop(statement) ? (statement.kind === "Loop" ? [] : [statement.orElse]) : bodiesOf(statement);
    return searched.flatMap(continuesOf);
  });
}

/** The body with each statement that `replace` answers for replaced; others stay. Goes into inner lists where `enter` says so. */
export function replaceStatements(
  body: Body,
  replace: (statement: Statement) => Body | undefined,
  enter: (statement: Statement, position: number) => boolean,
): Body {
  return body.flatMap((statement) => {
    const replaced = replace(statement);
    if (replaced) return replaced;
    return [
      mapBodies(statement, (inner, position) =>
        enter(statement, position) ? replaceStatements(inner, replace, enter) : inner,
      ),
    ];
  });
}

/** Replaces the unlabelled `break`s that leave the loop or switch with this body. */
export function replaceBreaks(
  body: Body,
  replacement: (statement: Extract<Statement, { kind: "Break" }>) => Body,
): Body {
  return replaceStatements(
    body,
    (statement) => (statement.kind === "Break" && statement.label === undefined ? replacement(statement) : undefined),
    (statement, position) =>
      !breakable.has(statement.kind) ||
      (position === 1 && (statement.kind === "While" || statement.kind === "ForEach")),
  );
}

/** Replaces the unlabelled `continue`s that go on with the loop with this body. */
export function replaceContinues(
  body: Body,
  replacement: (statement: Extract<Statement, { kind: "Continue" }>) => Body,
): Body {
  return replaceStatements(
    body,
    (statement) =>
      statement.kind === "Continue" && statement.label === undefined ? replacement(statement) : undefined,
    (statement, position) => !isLoop(statement) || (position === 1 && statement.kind !== "Loop"),
  );
}

/** Whether control can leave the list at its end. Errs on the side of yes. */
export function canComplete(body: Body): boolean {
  return body.every(statementCompletes);
}

function statementCompletes(statement: Statement): boolean {
  if ("failure" in statement && statement.failure !== undefined) {
    const { failure, ...bare } = statement;
    return (
      failure.handlers.some((handler) => canComplete(handler.body)) ||
      (statementCompletes(bare) && canComplete(failure.orElse))
    );
  }
  switch (statement.kind) {
    case "Return":
    case "Break":
    case "Continue":
    case "Goto":
    case "Raise":
      return false;
    case "If":
      return statement.otherwise.length === 0 || canComplete(statement.then) || canComplete(statement.otherwise);
    case "While":
      return (
        !(statement.test.kind === "BooleanLiteral" && statement.test.value) || leaves(statement.body, statement.label)
      );
    case "Loop":
      return statement.test !== undefined || leaves(statement.body, statement.label);
    case "Block":
      return canComplete(statement.body);
    case "Try":
      if (statement.finally.length > 0 && !canComplete(statement.finally)) return false;
      return (
        (canComplete(statement.body) && canComplete(statement.orElse)) ||
        statement.handlers.some((handler) => canComplete(handler.body))
      );
    case "Switch":
      return (
        statement.cases.every((clause) => clause.values !== undefined) ||
        statement.cases.some(
          (clause) => (canComplete(clause.body) && !clause.fallsThrough) || leaves(clause.body, statement.label),
        )
      );
    case "TypeSwitch":
      return (
        statement.cases.every((clause) => clause.types !== undefined) ||
        statement.cases.some((clause) => canComplete(clause.body) || leaves(clause.body, statement.label))
      );
    default:
      return true;
  }
}

function leaves(body: Body, label: string | undefined): boolean {
  return breaksOf(body).length > 0 || (label !== undefined && hasLabelledBreak(body, label));
}

function hasLabelledBreak(body: Body, label: string): boolean {
  return body.some(
    (statement) =>
      (statement.kind === "Break" && statement.label === label) ||
      bodiesOf(statement).some((inner) => hasLabelledBreak(inner, label)),
  );
}
