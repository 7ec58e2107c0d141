import assert from "node:assert/strict";
import {
  assign,
  boolean,
  expressionStatement,
  ifStatement,
  integer,
  localBinding,
  variable,
} from "../../server/src/ir/build.ts";
import type * as ir from "../../server/src/ir/node.ts";
import { placeDeclarations } from "../../server/src/lowering/passes/declarations.ts";
import type { Binding } from "../../server/src/types/binding.ts";
import { bigIntType, functionOf, iteratorOf, noneType } from "../../server/src/types/build.ts";

let count = 0;
const local = (name: string): Binding => localBinding(name, bigIntType, `${name}#${count++}`);
const use = (binding: Binding): ir.Statement =>
  expressionStatement({
    sort: "expression",
    kind: "Print",
    operands: [variable(binding)],
    style: "str",
    stream: "stdout",
    type: noneType,
  });
const set = (binding: Binding, value = 1): ir.Assign => assign(variable(binding), integer(value));

function loop(target: Binding, body: readonly ir.Statement[]): ir.ForEach {
  const iterable: ir.Range = {
    sort: "expression",
    kind: "Range",
    start: integer(0),
    stop: integer(3),
    step: integer(1),
    type: iteratorOf(bigIntType, "range"),
  };
  return {
    sort: "statement",
    kind: "ForEach",
    target: variable(target),
    iterable,
    body,
    orElse: [],
    declares: [],
    isAsync: false,
  };
}

function placed(body: readonly ir.Statement[]): readonly ir.Statement[] {
  const declaration: ir.Function = {
    sort: "declaration",
    kind: "Function",
    binding: { ...local("f"), kind: "function", type: functionOf([], noneType) },
    name: "f",
    typeParameters: [],
    parameters: [],
    result: noneType,
    body,
    flavour: "function",
    isAsync: false,
    isGenerator: false,
    decorators: [],
  };
  return placeDeclarations(declaration, () => false).body;
}

/** Where variables begin, in order: `x :=` for assignments, `var x` before, `for x` in the head of a loop; inner lists in brackets. */
function outline(body: readonly ir.Statement[]): string {
  const parts = body.flatMap((statement): readonly string[] => {
    switch (statement.kind) {
      case "Declare":
        return [`var ${statement.binding.name}`];
      case "Assign":
        return statement.declares.map((binding) => `${binding.name} :=`);
      case "If":
        return [`if [${outline(statement.then)}] [${outline(statement.otherwise)}]`];
      case "ForEach":
        return [`for ${statement.declares.map((binding) => binding.name).join(",")} [${outline(statement.body)}]`];
      default:
        return [];
    }
  });
  return parts.join("; ");
}

describe("placing declarations", () => {
  it("begins a variable at its first assignment", () => {
    const x = local("x");
    assert.equal(outline(placed([set(x), use(x), set(x, 2), use(x)])), "x :=");
  });

  it("begins a variable that branches set and the end reads before the branches", () => {
    const x = local("x");
    assert.equal(outline(placed([ifStatement(boolean(true), [set(x)], [set(x, 2)]), use(x)])), "var x; if [] []");
  });

  it("begins a variable in each branch that uses it for itself", () => {
    const x = local("x");
    assert.equal(
      outline(placed([ifStatement(boolean(true), [set(x), use(x)], [set(x, 2), use(x)])])),
      "if [x :=] [x :=]",
    );
  });

  it("gives each loop its own variable where nothing reads it behind", () => {
    const i = local("i");
    assert.equal(outline(placed([loop(i, [use(i)]), loop(i, [use(i)])])), "for i []; for i []");
  });

  it("keeps one variable for a loop whose last value is read behind it", () => {
    const i = local("i");
    assert.equal(outline(placed([loop(i, [use(i)]), use(i)])), "var i; for  []");
  });

  it("declares before the loop what one round leaves to the next", () => {
    const i = local("i");
    const previous = local("previous");
    assert.equal(
      outline(placed([loop(i, [ifStatement(boolean(true), [use(previous)]), set(previous)])])),
      "var previous; for i [if [] []]",
    );
  });

  it("declares inside the loop what each round sets first", () => {
    const i = local("i");
    const x = local("x");
    assert.equal(outline(placed([loop(i, [set(x), use(x)])])), "for i [x :=]");
  });

  it("shares between rounds what a closure that lives on refers to", () => {
    const i = local("i");
    const kept = local("kept");
    const closure: ir.Closure = {
      sort: "expression",
      kind: "Closure",
      parameters: [],
      result: bigIntType,
      body: [{ sort: "statement", kind: "Return", value: variable(i) }],
      type: functionOf([], bigIntType),
    };
    assert.equal(outline(placed([loop(i, [assign(variable(kept), closure)]), use(kept)])), "var i; var kept; for  []");
  });

  it("does not take an assignment in a loop that may run no round for certain", () => {
    const i = local("i");
    const j = local("j");
    const x = local("x");
    assert.equal(outline(placed([loop(i, [loop(j, [set(x)]), use(x)])])), "var x; for i [for j []]");
  });
});
