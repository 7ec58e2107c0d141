import type { Binding } from "../types/binding.ts";
import type { FunctionType, MethodSignature, Type, TypeSymbol } from "../types/type.ts";
import type {
  Alias,
  Arg,
  AsyncFunctionDef,
  Attribute,
  Call,
  ClassDef,
  ExceptHandler,
  Expression,
  FunctionDef,
  Lambda,
  MatchAs,
  MatchMapping,
  MatchStar,
  Name,
  PythonModule,
  PythonNode,
  TypeParam,
} from "./tree.ts";

/** One module of a program as it is handed to the analysis. */
export interface ModuleSource {
  /** The dotted name other modules import it by (`shop.orders`); for a lone file its stem, such as `main`. */
  readonly name: string;
  readonly module: PythonModule;
}

/** A node that declares or uses a name. Patterns, handlers and aliases stand for the name they bind. */
export type NamingNode =
  | Name
  | Arg
  | FunctionDef
  | AsyncFunctionDef
  | ClassDef
  | Alias
  | ExceptHandler
  | MatchAs
  | MatchStar
  | MatchMapping
  | TypeParam;

export type FunctionNode = FunctionDef | AsyncFunctionDef;

/** The arguments of a call that one parameter receives. */
export interface MatchedArgument {
  /** The parameter's name; absent where the callee is a value whose parameters have no names. */
  readonly name?: string;
  readonly parameterKind: "positional" | "keyword" | "variadic" | "keywords";
  /** One expression; for `*args` and `**kwargs` parameters any number, in the order written. */
  readonly values: readonly Expression[];
  /** For a `**kwargs` parameter the names, parallel to `values`. */
  readonly keywords?: readonly string[];
  /** The type of the parameter, solved and with the type parameters of this call replaced; for `*args` that of one element. */
  readonly type: Type;
}

interface CallTargetBase {
  /** In the order of the parameters; parameters left to their default are left out. `self` and `cls` are never among them. */
  readonly arguments: readonly MatchedArgument[];
  /** The call spreads `*x` or `**x`, or its arguments do not fit the parameters: `arguments` is then not the whole truth. */
  readonly irregular: boolean;
}

/** A field that is a parameter of the constructor. At most one of `default` and `factory` is there. */
export interface ConstructorParameter {
  readonly name: string;
  readonly type: Type;
  readonly keywordOnly: boolean;
  readonly default?: Expression;
  /** The function of `field(default_factory=…)`, which is called for each instance. */
  readonly factory?: Expression;
  /** `InitVar`: handed to `__post_init__` and not kept. */
  readonly initOnly: boolean;
}

/** What a call calls. */
export type CallTarget =
  /** A function of the program, top-level or nested. */
  | (CallTargetBase & { readonly kind: "function"; readonly node: FunctionNode; readonly binding: Binding | undefined })
  /** A method of a class of the program. `receiver` is absent for `super().m()` and for calls through the class. */
  | (CallTargetBase & {
      readonly kind: "method";
      readonly node: FunctionNode;
      readonly owner: ClassDef;
      readonly symbol: TypeSymbol;
      readonly flavour: MethodSignature["flavour"];
      readonly receiver?: Expression;
      readonly through: "instance" | "class" | "super";
    })
  /** The constructor of a class of the program. `initializer`: its own or inherited `__init__`; `fields`: those that are the parameters instead. */
  | (CallTargetBase & {
      readonly kind: "class";
      readonly node: ClassDef;
      readonly symbol: TypeSymbol;
      readonly initializer?: FunctionNode;
      readonly fields?: readonly ConstructorParameter[];
    })
  /** A builtin function, type or exception: "len", "int", "ValueError". */
  | (CallTargetBase & { readonly kind: "builtin"; readonly name: string })
  /** A function or class of the library by its full path: "math.sqrt", "collections.deque", "os.path.join". */
  | (CallTargetBase & { readonly kind: "library"; readonly name: string })
  /** A method of a builtin or library type: the receiver's type and "split". `owner` is the type's path, such as "str" or "re.Pattern". */
  | (CallTargetBase & {
      readonly kind: "library-method";
      readonly name: string;
      readonly owner: string;
      readonly receiver: Expression;
      readonly receiverType: Type;
    })
  /** A callable value: a parameter, a lambda in a variable, a field. */
  | (CallTargetBase & { readonly kind: "value"; readonly type: FunctionType });

/** What `value.attr` is. */
export type AttributeTarget =
  | {
      readonly kind: "field";
      readonly owner: TypeSymbol;
      readonly type: Type;
      /** Declared in the class body and shared by all instances. */ readonly shared: boolean;
    }
  | {
      readonly kind: "method";
      readonly owner: TypeSymbol;
      readonly signature: MethodSignature;
      readonly node: FunctionNode;
    }
  | {
      readonly kind: "property";
      readonly owner: TypeSymbol;
      readonly type: Type;
      readonly node: FunctionNode;
      readonly setter?: FunctionNode;
    }
  | { readonly kind: "enum-member"; readonly owner: TypeSymbol; readonly type: Type }
  /** A global of another module of the program. */
  | {
      readonly kind: "module-member";
      readonly module: string;
      readonly binding: Binding | undefined;
      readonly type: Type;
    }
  /** A function, constant or class of the library by its full path: "math.pi". */
  | { readonly kind: "library"; readonly path: string; readonly type: Type }
  /** An attribute or method of a builtin or library type. */
  | { readonly kind: "library-attribute"; readonly owner: string; readonly type: Type };

export interface FunctionParameter {
  readonly name: string;
  readonly node: Arg;
  readonly kind: "positional" | "keyword" | "variadic" | "keywords";
  /** The solved type; for `*args` and `**kwargs` that of one element. */
  readonly type: Type;
  readonly default?: Expression;
  readonly annotated: boolean;
  /** Assigned or mutated in the body: `name = …`, `name.append(…)`, `name[i] = …`, or handed to a function that does. */
  readonly rebound: boolean;
  readonly mutated: boolean;
}

/** What is known about a function of the program. */
export interface FunctionFacts {
  /** `self` and `cls` are not among them. */
  readonly parameters: readonly FunctionParameter[];
  /** What a `return` gives (for generators: the iterator; for async functions: the awaited value). */
  readonly result: Type;
  /** The type of the function as a value: calling an async function gives an awaitable. */
  readonly type: FunctionType;
  readonly isGenerator: boolean;
  readonly isAsync: boolean;
  /** The end of the body can be reached, so that it returns None there. */
  readonly fallsThrough: boolean;
  /** Exceptions raised by `raise` here or in functions of the program called from here, and not caught; "unknown" for what cannot be named. Sorted. */
  readonly canRaise: readonly string[];
  /** Exceptions that operations of the language and library can raise here: KeyError, IndexError, ZeroDivisionError, ValueError …. Sorted. */
  readonly implicitRaises: readonly string[];
  /** The names of the parameters whose object is changed (`mutated` of the parameters), `self` included. */
  readonly mutatesParameters: readonly string[];
}

/** Types, bindings and facts of a whole program, for every node of its trees. Nodes of other trees give `unknown` or undefined. */
export interface PythonAnalysis {
  /** The solved type of an expression, narrowed by the tests that lead to it; `unknown` without evidence. For targets of assignments the type of the place. */
  typeOf(node: Expression): Type;
  /** What a name refers to. `node.name` of a function or class, the bound name of an alias, handler or pattern; undefined for names that nothing declares. */
  bindingOf(node: NamingNode): Binding | undefined;
  /** The symbol of a class; one object as long as the class keeps its name and form. */
  symbolOf(node: ClassDef): TypeSymbol;
  /** The class a symbol of the program was declared by; undefined for symbols of the library. */
  classOf(symbol: TypeSymbol): ClassDef | undefined;
  callOf(node: Call): CallTarget | undefined;
  /** The parameters of the constructor that is made from the fields of a dataclass or named tuple; undefined where there is an `__init__`, or nothing. */
  constructorFields(node: ClassDef): readonly ConstructorParameter[] | undefined;
  /** The function of the program that a name stands for, where it is always the same one. */
  functionOf(node: Name): FunctionNode | undefined;
  attributeOf(node: Attribute): AttributeTarget | undefined;
  /** Whether the attribute belongs to the class and all of its objects share it: given a value in the class body, and no object has one of its own. */
  isClassAttribute(node: ClassDef, name: string): boolean;
  functionFacts(node: FunctionNode): FunctionFacts;
  /** The solved type of a lambda's parameters and result. */
  lambdaType(node: Lambda): FunctionType;
  /** The type an annotation denotes; `unknown` where it is no type. */
  annotationType(node: Expression): Type;
  /** A number that the value of an integer expression is never below; -Infinity when nothing is known. Sound. */
  lowerBound(node: Expression): number;
  /** What the answers about a top-level statement rest on: the same object as long as all of them stay the same, in later analyses too. */
  versionOf(node: PythonNode): object | undefined;
  /** Names that the program uses and nothing defines, sorted, for each module. */
  undefinedNames(module: string): readonly string[];
}
