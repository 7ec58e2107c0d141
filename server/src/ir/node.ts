import type { Operation } from "./operations.ts";
import type {
  AddressOf,
  Arithmetic,
  AssignmentExpression,
  Bitwise,
  BooleanLiteral,
  BytesLiteral,
  Call,
  Cast,
  CharacterLiteral,
  Compare,
  Complement,
  ComplexLiteral,
  Concatenate,
  Conditional,
  Convert,
  Copy,
  DefaultArgument,
  Dereference,
  Divide,
  Either,
  ExternalName,
  Field,
  FloatLiteral,
  Identical,
  Index,
  IntegerDivide,
  IntegerLiteral,
  IsNone,
  Length,
  JsonText,
  LibraryCall,
  Logical,
  Lookup,
  Membership,
  MethodCall,
  Negate,
  New,
  NoneLiteral,
  Not,
  Power,
  RecordLiteral,
  Remainder,
  Repeat,
  SetOperation,
  Slice,
  StringLiteral,
  Truth,
  TypeAssertion,
  TypeTest,
  UnknownCall,
  Variable,
  ZeroValue,
} from "./values.ts";
import type {
  Await,
  ChooseChannel,
  CleanupStack,
  CloseChannel,
  Closure,
  Comprehension,
  DictLiteral,
  ErrorAs,
  ErrorCause,
  ExceptionPart,
  ErrorIs,
  JoinErrors,
  Format,
  ConcurrentCall,
  Gather,
  Iterate,
  Itertool,
  ListLiteral,
  MakeChannel,
  MakeError,
  MemberName,
  OpaqueExpression,
  OpenFormat,
  Outcome,
  Range,
  Receive,
  Resumable,
  Recover,
  Recovered,
  SetLiteral,
  Sleep,
  Spread,
  StartTask,
  Synchronize,
  Timer,
  TupleLiteral,
  TypeName,
  Yield,
} from "./collections.ts";
import type {
  Assert,
  Assign,
  Block,
  Break,
  Continue,
  Declare,
  Defer,
  Delete,
  Empty,
  ExpressionStatement,
  ForEach,
  Goto,
  If,
  Labeled,
  LocalDeclaration,
  Locked,
  Loop,
  Match,
  OpaqueStatement,
  Raise,
  Return,
  Select,
  Send,
  Spawn,
  Switch,
  Try,
  TypeSwitch,
  Update,
  While,
  With,
} from "./statements.ts";
import type {
  Enumeration,
  Function,
  Global,
  Import,
  Interface,
  OpaqueDeclaration,
  Record,
  TopLevel,
  TypeDefinition,
} from "./declarations.ts";

import type {
  AllowOrigins,
  AnswerException,
  CheckModel,
  IncludeRoutes,
  Route,
  Serve,
  TakeTurns,
  WebApplication,
} from "./web.ts";

export type * from "./base.ts";
export type * from "./values.ts";
export type * from "./collections.ts";
export type * from "./operations.ts";
export type * from "./statements.ts";
export type * from "./declarations.ts";
export type * from "./web.ts";

/*
 * The intermediate representation: what a program means, never how it is spelled. Lifting is faithful, so that a tree can go back to the
 * language it came from. Where the languages differ in meaning there are two nodes, or a field that says which meaning holds (`rounding`,
 * `unit`, `wraps`, `missing`). Nodes are immutable; passes make new ones. `sort` tells IR nodes from everything else.
 */

export type Expression =
  | IntegerLiteral
  | FloatLiteral
  | ComplexLiteral
  | StringLiteral
  | BytesLiteral
  | BooleanLiteral
  | CharacterLiteral
  | NoneLiteral
  | ZeroValue
  | Variable
  | Field
  | Arithmetic
  | Divide
  | IntegerDivide
  | Remainder
  | Power
  | Bitwise
  | Negate
  | Complement
  | Concatenate
  | Repeat
  | SetOperation
  | Compare
  | Identical
  | IsNone
  | Membership
  | Logical
  | Either
  | Not
  | Truth
  | Conditional
  | AssignmentExpression
  | Call
  | MethodCall
  | DefaultArgument
  | JsonText
  | LibraryCall
  | UnknownCall
  | ExternalName
  | New
  | RecordLiteral
  | Convert
  | Cast
  | Copy
  | AddressOf
  | Dereference
  | TypeAssertion
  | TypeTest
  | Index
  | Lookup
  | Slice
  | Length
  | ListLiteral
  | TupleLiteral
  | SetLiteral
  | DictLiteral
  | Spread
  | Comprehension
  | Range
  | Iterate
  | Itertool
  | Resumable
  | Closure
  | Format
  | OpenFormat
  | Outcome
  | MakeError
  | ErrorIs
  | JoinErrors
  | ErrorAs
  | TypeName
  | MemberName
  | ErrorCause
  | ExceptionPart
  | Recover
  | Recovered
  | CleanupStack
  | Await
  | Sleep
  | CloseChannel
  | Synchronize
  | ChooseChannel
  | Timer
  | Receive
  | MakeChannel
  | StartTask
  | Gather
  | ConcurrentCall
  | Yield
  | WebApplication
  | OpaqueExpression
  | Operation;

export type Statement =
  | Declare
  | Assign
  | Update
  | ExpressionStatement
  | If
  | While
  | Loop
  | ForEach
  | Return
  | Break
  | Continue
  | Goto
  | Labeled
  | Raise
  | Try
  | Switch
  | TypeSwitch
  | Match
  | Defer
  | Spawn
  | Send
  | Select
  | Locked
  | With
  | Delete
  | Assert
  | Block
  | Empty
  | LocalDeclaration
  | CheckModel
  | Route
  | IncludeRoutes
  | AllowOrigins
  | AnswerException
  | TakeTurns
  | Serve
  | OpaqueStatement;

export type Declaration =
  Function | Record | Interface | Enumeration | TypeDefinition | Global | Import | TopLevel | OpaqueDeclaration;
export type Node = Expression | Statement | Declaration;
export type Kind = Node["kind"];
export type NodeOf<K extends Kind> = Extract<Node, { readonly kind: K }>;
