import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { constructs, helpers } from "../../server/src/constructs/registry.generated.ts";
import { nodeKindOwners as goOwners } from "../../server/src/go/node-kinds.ts";
import type { Kind } from "../../server/src/ir/node.ts";
import { nodeKindOwners as pythonOwners } from "../../server/src/python/read-owners.ts";

/*
 * Each named kind of node of both grammars is held by one construct, as a lift or as a part of one, and so is each lowering of a kind of the IR.
 * The engines alone own what could not be read and what is kept as text.
 */

const enginesOwn = { python: ["Invalid"], go: ["BadExpr", "BadStmt", "BadDecl"] } as const;

/** Every kind of the IR, which the compiler holds complete, and whether constructs lower it. */
const irKinds: Readonly<Record<Kind, boolean>> = {
  IntegerLiteral: true,
  WebApplication: true,
  CheckModel: true,
  Route: true,
  IncludeRoutes: true,
  AllowOrigins: true,
  TakeTurns: true,
  AnswerException: true,
  Serve: true,
  FloatLiteral: true,
  ComplexLiteral: true,
  StringLiteral: true,
  BytesLiteral: true,
  BooleanLiteral: true,
  CharacterLiteral: true,
  NoneLiteral: true,
  ExternalName: true,
  JsonText: true,
  ZeroValue: true,
  Variable: true,
  Field: true,
  Arithmetic: true,
  Divide: true,
  IntegerDivide: true,
  Remainder: true,
  Power: true,
  Bitwise: true,
  Negate: true,
  Complement: true,
  Concatenate: true,
  Repeat: true,
  SetOperation: true,
  Compare: true,
  Identical: true,
  IsNone: true,
  Membership: true,
  Logical: true,
  Either: true,
  Not: true,
  Truth: true,
  Conditional: true,
  AssignmentExpression: true,
  Call: true,
  MethodCall: true,
  DefaultArgument: true,
  LibraryCall: true,
  UnknownCall: true,
  New: true,
  RecordLiteral: true,
  Convert: true,
  Cast: true,
  Copy: true,
  AddressOf: true,
  Dereference: true,
  TypeAssertion: true,
  TypeTest: true,
  Index: true,
  Lookup: true,
  Slice: true,
  Length: true,
  ListLiteral: true,
  TupleLiteral: true,
  SetLiteral: true,
  DictLiteral: true,
  Spread: true,
  Comprehension: true,
  Range: true,
  Iterate: true,
  Itertool: true,
  Resumable: true,
  Closure: true,
  Format: true,
  OpenFormat: true,
  Outcome: true,
  MakeError: true,
  JoinErrors: true,
  MemberName: true,
  ErrorIs: true,
  ErrorAs: true,
  TypeName: true,
  ErrorCause: true,
  ExceptionPart: true,
  Recover: true,
  Recovered: true,
  CleanupStack: true,
  Await: true,
  Sleep: true,
  CloseChannel: true,
  Synchronize: true,
  ChooseChannel: true,
  Timer: true,
  Receive: true,
  MakeChannel: true,
  StartTask: true,
  Gather: true,
  ConcurrentCall: true,
  Yield: true,
  OpaqueExpression: false,
  Declare: true,
  Assign: true,
  Update: true,
  ExpressionStatement: true,
  If: true,
  While: true,
  Loop: true,
  ForEach: true,
  Return: true,
  Break: true,
  Continue: true,
  Goto: true,
  Labeled: true,
  Raise: true,
  Try: true,
  Switch: true,
  TypeSwitch: true,
  Match: true,
  Defer: true,
  Spawn: true,
  Send: true,
  Select: true,
  With: true,
  Delete: true,
  Assert: true,
  Locked: true,
  Block: true,
  Empty: true,
  LocalDeclaration: true,
  OpaqueStatement: false,
  Function: true,
  Record: true,
  Interface: true,
  Enumeration: true,
  TypeDefinition: true,
  Global: true,
  Import: true,
  TopLevel: true,
  OpaqueDeclaration: false,
  ListAppend: true,
  ListExtend: true,
  Appended: true,
  ListInsert: true,
  ListPop: true,
  ListRemove: true,
  Clear: true,
  ListSort: true,
  ListReverse: true,
  IndexOf: true,
  CountOf: true,
  MakeList: true,
  CopyElements: true,
  Capacity: true,
  DictGet: true,
  DictSetDefault: true,
  DictPop: true,
  DictUpdate: true,
  DictDiscard: true,
  DictEntries: true,
  DictPopItem: true,
  DictMove: true,
  SetAdd: true,
  SetDiscard: true,
  SetUpdate: true,
  Sum: true,
  Extreme: true,
  Absolute: true,
  LargeFunction: true,
  Round: true,
  Sorted: true,
  Quantify: true,
  Collect: true,
  Join: true,
  Next: true,
  Ordinal: true,
  Character: true,
  NumberFunction: true,
  Print: true,
};

interface NodeType {
  readonly type: string;
  readonly named: boolean;
  readonly subtypes?: readonly unknown[];
}

function namedKinds(language: "python" | "go"): readonly string[] {
  const types = JSON.parse(
    readFileSync(new URL(`../../grammars/${language}-node-types.json`, import.meta.url), "utf8"),
  ) as readonly NodeType[];
  return types.filter(({ named, subtypes }) => named && subtypes === undefined).map(({ type }) => type);
}

/** The constructs that hold each kind of tree node. */
function holders(language: "python" | "go"): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, string[]>();
  for (const construct of constructs) {
    for (const kind of [...Object.keys(construct[language] ?? {}), ...(construct.parts?.[language] ?? [])]) {
      held.set(kind, [...(held.get(kind) ?? []), construct.id]);
    }
  }
  return held;
}

function lowerings(target: "python" | "go"): ReadonlyMap<string, readonly string[]> {
  const held = new Map<string, string[]>();
  for (const construct of constructs) {
    for (const kind of Object.keys(construct.lower?.[target] ?? {}))
      held.set(kind, [...(held.get(kind) ?? []), construct.id]);
  }
  return held;
}

describe("ownership", () => {
  for (const [language, owners] of [
    ["python", pythonOwners],
    ["go", goOwners],
  ] as const) {
    const held = holders(language);
    const engine: readonly string[] = enginesOwn[language];

    it(`every named node of ${language} is read into kinds that one construct holds each`, () => {
      const named = namedKinds(language);
      assert.ok(named.length > 90);
      const wrong = named.flatMap((name) => {
        const kinds: readonly string[] | undefined = (owners as Readonly<Record<string, readonly string[]>>)[name];
        if (kinds === undefined) return [`${name} is read into nothing`];
        return kinds
          .filter((kind) => !engine.includes(kind) && held.get(kind)?.length !== 1)
          .map((kind) => `${name} -> ${kind}: ${held.get(kind)?.join(", ") ?? "nobody"}`);
      });
      assert.deepEqual(wrong, []);
    });

    it(`no kind of ${language} is held twice`, () => {
      assert.deepEqual(
        [...held].filter(([, ids]) => ids.length > 1),
        [],
      );
    });

    it(`every kind of the IR is lowered to ${language} by one construct`, () => {
      const known = lowerings(language);
      const wanted = Object.entries(irKinds).flatMap(([kind, isLowered]) => (isLowered ? [kind] : []));
      assert.deepEqual(
        wanted
          .filter((kind) => known.get(kind)?.length !== 1)
          .map((kind) => `${kind}: ${known.get(kind)?.join(", ") ?? "nobody"}`),
        [],
      );
      assert.deepEqual(
        [...known.keys()].filter((kind) => !wanted.includes(kind)),
        [],
      );
    });
  }

  it("every construct says what it is about and where to read more", () => {
    const bare = constructs.filter(
      ({ title, summary, explanation, references }) =>
        title === "" || !/[.!]$/.test(summary) || explanation.length < 120 || references.length === 0,
    );
    assert.deepEqual(
      bare.map(({ id }) => id),
      [],
    );
  });

  it("every helper has a name of its own in its language", () => {
    const names = helpers.map(({ language, name }) => `${language} ${name}`);
    assert.deepEqual(
      names.filter((name, position) => names.indexOf(name) !== position),
      [],
    );
  });
});
