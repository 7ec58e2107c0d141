import type { Decorated } from "../base/syntax-node.ts";
import type { Binding } from "../types/binding.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import type { IrBase, StatementBase } from "./base.ts";
import type { Declaration, Expression, Statement } from "./node.ts";

// Statements

/** Declares a variable of Go that has no initial value, or one whose type is written (`typed`). */
export interface Declare extends StatementBase {
  readonly kind: "Declare";
  readonly binding: Binding;
  readonly value?: Expression | undefined;
  readonly typed: boolean;
}
/**
 * Evaluates `value` once and stores it in each target, left to right. A target is a Variable, Field, Index, Lookup, Slice, Dereference, or a
 * TupleLiteral of targets (unpacking, Go's parallel assignment, several results). An absent element of unpacking is a Variable named `_`.
 * `declares`: the bindings that begin here: Go's `:=`; for Python they are placed by the declaration pass.
 */
export interface Assign extends StatementBase {
  readonly kind: "Assign";
  readonly checked?: boolean | undefined;
  readonly targets: readonly Expression[];
  readonly value: Expression;
  readonly declares: readonly Binding[];
  readonly failure?: Failure | undefined;
}
/** What happens where the statement before it fails, in Go: as in a Try around that statement alone; `orElse` runs where it did not fail. */
export interface Failure {
  readonly handlers: readonly Handler[];
  readonly orElse: readonly Statement[];
}
/** `target op= …`. `value` is the whole operation, its left operand being the target. */
export interface Update extends StatementBase {
  readonly kind: "Update";
  readonly target: Expression;
  readonly value: Expression;
}
export interface ExpressionStatement extends StatementBase {
  readonly kind: "ExpressionStatement";
  readonly expression: Expression;
  readonly failure?: Failure | undefined;
}
/** `elseDecoration` has the comments at `else`. */
export interface If extends StatementBase {
  readonly kind: "If";
  readonly test: Expression;
  readonly then: readonly Statement[];
  readonly otherwise: readonly Statement[];
  readonly elseDecoration?: Decorated | undefined;
}
/** `orElse` runs when the test turns false (Python). */
export interface While extends StatementBase {
  readonly kind: "While";
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
  readonly label?: string | undefined;
}
/** Go's three-clause loop. The variables that `init` declares are new in each round. */
export interface Loop extends StatementBase {
  readonly kind: "Loop";
  readonly init?: Statement | undefined;
  readonly test?: Expression | undefined;
  readonly post?: Statement | undefined;
  readonly body: readonly Statement[];
  readonly label?: string | undefined;
}
/** `declares`: bindings new in each round (Go); Python's outlive the loop until the declaration pass finds otherwise. */
export interface ForEach extends StatementBase {
  readonly kind: "ForEach";
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
  readonly declares: readonly Binding[];
  readonly isAsync: boolean;
  readonly label?: string | undefined;
}
/** Several results are a TupleLiteral, or a call with a tuple type. Absent with Go's named results: their present values. */
export interface Return extends StatementBase {
  readonly kind: "Return";
  readonly value?: Expression | undefined;
  /** `return NotImplemented`: the method is not for this operand. What that comes to: `==` is false, `!=` is true, all others raise. */
  readonly declines?: "false" | "true" | "raise" | undefined;
  readonly failure?: Failure | undefined;
}
export interface Break extends StatementBase {
  readonly kind: "Break";
  readonly label?: string | undefined;
}
export interface Continue extends StatementBase {
  readonly kind: "Continue";
  readonly label?: string | undefined;
}
export interface Goto extends StatementBase {
  readonly kind: "Goto";
  readonly label: string;
}
export interface Labeled extends StatementBase {
  readonly kind: "Labeled";
  readonly label: string;
  readonly body: readonly Statement[];
}
/** Without an error: raises the one being handled again. `panics`: Go's `panic`. */
export interface Raise extends StatementBase {
  readonly kind: "Raise";
  readonly error?: Expression | undefined;
  readonly cause?: Expression | undefined;
  readonly panics?: boolean | undefined;
  readonly failure?: Failure | undefined;
}
/** `types` empty: catches everything. `catches` gives the classes by name where they are the library's own (`ValueError`). */
export interface Handler extends IrBase, Decorated {
  readonly types: readonly Type[];
  readonly binding?: Binding | undefined;
  readonly body: readonly Statement[];
}
export interface Try extends StatementBase {
  readonly kind: "Try";
  readonly body: readonly Statement[];
  readonly handlers: readonly Handler[];
  readonly orElse: readonly Statement[];
  readonly finally: readonly Statement[];
  readonly group: boolean;
  readonly elseDecoration?: Decorated | undefined;
  readonly finallyDecoration?: Decorated | undefined;
}
/** `values` absent: the default case. `fallsThrough` to the next body. */
export interface SwitchCase extends IrBase, Decorated {
  readonly values?: readonly Expression[] | undefined;
  readonly body: readonly Statement[];
  readonly fallsThrough: boolean;
}
export interface Switch extends StatementBase {
  readonly kind: "Switch";
  readonly init?: Statement | undefined;
  readonly subject?: Expression | undefined;
  readonly cases: readonly SwitchCase[];
  readonly label?: string | undefined;
}
/** `types` absent: the default case; a `none` type among them is `case nil`. */
export interface TypeCase extends IrBase, Decorated {
  readonly types?: readonly Type[] | undefined;
  readonly binding?: Binding | undefined;
  readonly body: readonly Statement[];
}
export interface TypeSwitch extends StatementBase {
  readonly kind: "TypeSwitch";
  readonly init?: Statement | undefined;
  readonly subject: Expression;
  readonly cases: readonly TypeCase[];
  readonly label?: string | undefined;
}
export type Pattern =
  | { readonly form: "value"; readonly value: Expression }
  | { readonly form: "capture"; readonly binding?: Binding | undefined; readonly pattern?: Pattern | undefined }
  | { readonly form: "sequence"; readonly patterns: readonly Pattern[]; readonly starAt?: number | undefined }
  | {
      readonly form: "mapping";
      readonly entries: readonly { readonly key: Expression; readonly pattern: Pattern }[];
      readonly rest?: Binding | undefined;
    }
  | {
      readonly form: "class";
      readonly type: Type;
      readonly fields: readonly { readonly name: string; readonly pattern: Pattern }[];
    }
  | { readonly form: "alternatives"; readonly patterns: readonly Pattern[] };
export interface MatchCase extends IrBase, Decorated {
  readonly pattern: Pattern;
  readonly guard?: Expression | undefined;
  readonly body: readonly Statement[];
}
export interface Match extends StatementBase {
  readonly kind: "Match";
  readonly subject: Expression;
  readonly cases: readonly MatchCase[];
}
/** Go's `defer`: arguments are evaluated now, the call runs when the function ends, last first. `stack` holds it until then (Python). */
export interface Defer extends StatementBase {
  readonly kind: "Defer";
  readonly call: Expression;
  readonly stack?: Binding | undefined;
  /** What the deferred function reads is the same now as when it runs. */
  readonly isSettled?: boolean;
}
/** Go's `go`. */
export interface Spawn extends StatementBase {
  readonly kind: "Spawn";
  readonly call: Expression;
}
export interface Send extends StatementBase {
  readonly kind: "Send";
  readonly channel: Expression;
  readonly value: Expression;
}
/** `communication` absent: the default case. Else a Send, an Assign from a Receive or an ExpressionStatement of one. */
export interface SelectCase extends IrBase, Decorated {
  readonly communication?: Statement | undefined;
  readonly body: readonly Statement[];
}
export interface Select extends StatementBase {
  readonly kind: "Select";
  readonly cases: readonly SelectCase[];
  readonly label?: string | undefined;
}
/**
 * How a `with` enters and leaves its manager. "object": by methods of a class of the program, the one that leaves being given the exception
 * (`isGiven`), which it may look at and end by giving true (`swallows`); "function": a generator function that `yield`s to the block, which is known as
 * `id` where exceptions are solved; "library": something of the library, by the path of its type.
 */
export type Manager =
  | {
      readonly form: "object";
      readonly symbol: TypeSymbol;
      readonly enter: string;
      readonly exit: string;
      readonly looks: boolean;
      readonly swallows: boolean;
      readonly isGiven: boolean;
      readonly isEntered: boolean;
    }
  | { readonly form: "function"; readonly id: string; readonly swallows: boolean }
  | { readonly form: "library"; readonly path: string };
/** `parameter`: in Go, what the function that manages hands to the block; there is no target then. */
export interface WithItem {
  readonly parameter?: Binding | undefined;
  readonly context: Expression;
  readonly target?: Expression | undefined;
  readonly manager?: Manager | undefined;
}
export interface With extends StatementBase {
  readonly kind: "With";
  readonly items: readonly WithItem[];
  readonly body: readonly Statement[];
  readonly isAsync: boolean;
}
/** Removes an element, an entry or a name. */
export interface Delete extends StatementBase {
  readonly kind: "Delete";
  readonly checked?: boolean | undefined;
  readonly targets: readonly Expression[];
}
/** `checked`: a handler waits for the AssertionError. */
export interface Assert extends StatementBase {
  readonly kind: "Assert";
  readonly checked?: boolean | undefined;
  readonly test: Expression;
  readonly message?: Expression | undefined;
}
/** Runs the body while it holds the lock (`with lock`). `isAsync`: others run while it waits for the lock; `reads`: others may read meanwhile. */
export interface Locked extends StatementBase {
  readonly kind: "Locked";
  readonly isAsync?: boolean | undefined;
  readonly reads?: boolean | undefined;
  readonly lock: Expression;
  readonly body: readonly Statement[];
}
/** A block with its own scope (Go). */
export interface Block extends StatementBase {
  readonly kind: "Block";
  readonly body: readonly Statement[];
}
/** Nothing, as a place for comments (`pass`). */
export interface Empty extends StatementBase {
  readonly kind: "Empty";
}
/** A function, type, constant or import declared inside a function. `declared`: a Declare before it introduces the name already (for Go, where a function does not see its own name). */
export interface LocalDeclaration extends StatementBase {
  readonly kind: "LocalDeclaration";
  readonly declaration: Declaration;
  readonly declared?: boolean | undefined;
}
export interface OpaqueStatement extends StatementBase {
  readonly kind: "OpaqueStatement";
  readonly text: string;
  readonly code: string;
  readonly message: string;
  readonly assigns: readonly Binding[];
}
