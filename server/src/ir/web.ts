import type { Binding } from "../types/binding.ts";
import type { Type } from "../types/type.ts";
import type { ExpressionBase, IrBase, StatementBase } from "./base.ts";
import type { Parameter } from "./declarations.ts";
import type { Expression } from "./node.ts";

// Values that come from outside, and the requests that bring them

/** What a value from outside must be like: the constraints of pydantic's `Field`, the `binding` tags of Go. `value` is a number as it is written. */
export type Rule =
  | { readonly kind: "above" | "atLeast" | "below" | "atMost"; readonly value: string }
  | { readonly kind: "minimumLength" | "maximumLength"; readonly value: string }
  | { readonly kind: "oneOf"; readonly values: readonly string[] }
  | { readonly kind: "email" }
  /** Of a list: what each element must be like. */
  | { readonly kind: "each"; readonly rules: readonly Rule[] };

/** How JSON carries a field of a model. `isRequired`: there is no default. */
export interface FieldRules {
  readonly key: string;
  readonly rules: readonly Rule[];
  readonly isRequired: boolean;
}

/** Tests the object whose method this is against the rules of its fields, and raises; with `field`, what a validator makes of one field, which may raise. */
export interface CheckModel extends StatementBase {
  readonly kind: "CheckModel";
  readonly object: Expression;
  readonly field?: { readonly key: string; readonly target: Expression; readonly value: Expression } | undefined;
}

/** Where a parameter of a request's handler comes from. A dependency is a function that is called first, with inputs of its own. */
export interface RequestInput extends IrBase {
  readonly source: "path" | "query" | "header" | "body" | "dependency" | "socket" | "request";
  /** What the request calls it. */
  readonly name: string;
  readonly rules: readonly Rule[];
  readonly defaultValue?: Expression | undefined;
  readonly dependency?: Binding | undefined;
}

/** A function that is called for a request, with what its parameters are filled with. Absent `inputs`: the function is not known. */
export interface RequestHandler extends IrBase {
  readonly binding: Binding;
  readonly inputs?: readonly HandlerInput[] | undefined;
  readonly hasResult?: boolean | undefined;
  readonly isGenerator?: boolean | undefined;
}
export interface HandlerInput extends IrBase {
  readonly parameter: Parameter;
  readonly input: RequestInput;
  /** The function that a dependency calls. */
  readonly provider?: RequestHandler | undefined;
}

/** An application or a group of routes. `prefix` stands before the paths of a group, `parent` is what it belongs to where that is known. */
export interface WebApplication extends ExpressionBase {
  readonly kind: "WebApplication";
  readonly form: "application" | "group";
  readonly prefix: string;
  readonly parent?: Expression | undefined;
  readonly dependencies: readonly RequestHandler[];
}

/** Has a function called for requests of a method and a path, in which `{name}` stands for a part. */
export interface Route extends StatementBase {
  readonly kind: "Route";
  readonly router: Expression;
  readonly method: string;
  readonly path: string;
  readonly handler: RequestHandler;
  readonly result: Type;
  readonly status: number;
  /** What is shown of the result, where that is less than the result. */
  readonly response?: Type | undefined;
  readonly dependencies: readonly RequestHandler[];
  /** The routes of the same router that come before. */
  readonly earlier?: readonly Pick<Route, "method" | "path">[] | undefined;
}

/** Has a function answer where a handler fails with an exception of a class. */
export interface AnswerException extends StatementBase {
  readonly kind: "AnswerException";
  readonly router: Expression;
  readonly exception: Type;
  readonly handler: RequestHandler;
  readonly result: Type;
}

/** Puts the routes of a group below an application or another group. */
export interface IncludeRoutes extends StatementBase {
  readonly kind: "IncludeRoutes";
  readonly router: Expression;
  readonly group: Expression;
  readonly prefix: string;
  readonly dependencies: readonly RequestHandler[];
}

/** Lets pages of other origins call the application. */
export interface AllowOrigins extends StatementBase {
  readonly kind: "AllowOrigins";
  readonly router: Expression;
  readonly origins: Expression;
  readonly methods: Expression;
  readonly headers: Expression;
  readonly credentials: boolean;
}

/** Answers requests one after the other, as a loop of events does, since they change what the module holds. */
export interface TakeTurns extends StatementBase {
  readonly kind: "TakeTurns";
  readonly router: Expression;
}

/** Serves requests until the program ends. */
export interface Serve extends StatementBase {
  readonly kind: "Serve";
  readonly router: Expression;
  readonly host?: Expression | undefined;
  readonly port?: Expression | undefined;
  /** The program leaves it to a command such as `uvicorn`. */
  readonly isImplied?: boolean | undefined;
}
