import type { Binding } from "../types/binding.ts";
import type { Type, TypeSymbol } from "../types/type.ts";
import type * as ir from "../ir/node.ts";
import type { EffectFacts } from "./effects.ts";
import type { LendingFacts } from "./lent-lists.ts";
import type { GrowthFacts } from "./growing-parameters.ts";
import type { SharedEffect } from "./concurrency.ts";
import type { GenericZeros } from "./generic-zeros.ts";
import type { HandedOn } from "./element-writes.ts";
import type { Limit } from "./limits.ts";
import type { RaiseSite, Raised } from "./raises.ts";

/**
 * What is known of the whole program when one unit is lowered: solved from the units' summaries. Only what stands here may cross units, so that a
 * unit's lowering can be cached by its text and the facts that it asked for.
 */
export interface ProgramFacts {
  /** Whether the function gives an error besides its result when it is Go. */
  functionFails(binding: Pick<Binding, "id">): boolean;
  /** The same of a method, overriding ones included. */
  methodFails(symbol: TypeSymbol, method: string): boolean;
  /** Whether it is a generator that raises while it is gone through: calling it gives no error, each value comes with one. */
  generatorFails(binding: Binding): boolean;
  generatorMethodFails(symbol: TypeSymbol, method: string): boolean;
  /** Whether function values of this type give an error besides their result. */
  functionValueFails(type: Type): boolean;
  /** The functions of the program that a function value of this type may be; undefined where it may be a function literal or a method. */
  functionsOf(type: Type): readonly { readonly id: string; readonly name: string }[] | undefined;
  constructorFails(symbol: TypeSymbol): boolean;
  /** Whether the function's tuple is handed out as several results. */
  hasSeveralResults(binding: Binding): boolean;
  methodHasSeveralResults(symbol: TypeSymbol, method: string): boolean;
  /** Whether anything in the program catches this kind of runtime error (`IndexError`, `KeyError`, `ZeroDivisionError`, …), so that it must be an error, not a panic. */
  isCaught(exception: string): boolean;
  /** Whether a handler or a test of the program tells this exception of the library apart from others, so that it needs an error type of its own. */
  isDistinguished(exception: string): boolean;
  /** Go to Python: whether the function that this calls raises its error instead of giving it as its last result. */
  raisesError(call: ir.Expression): boolean;
  /** The same of the function itself, or of a method. */
  convertsError(node: ir.Function): boolean;
  /** The exception classes that leave these places, as far as they are errors in Go. */
  raised(sites: readonly RaiseSite[]): readonly Raised[];
  /** The names of the exceptions that handlers around calls of the function catch. */
  demanded(binding: Pick<Binding, "id">): ReadonlySet<string>;
  /** Whether anything in the program handles exceptions. */
  readonly hasHandlers: boolean;
  /** Whether the arguments of exceptions are asked for, by `args` or `repr`. */
  readonly asksArguments: boolean;
  /** Whether an exception of the program keeps the one that caused it, so that looking for a class must not look through causes. */
  readonly hasCauses: boolean;
  /** Whether the program is run (has statements at module level, or a main), not only imported. */
  readonly isProgram: boolean;
  /** What running these coroutines side by side does that others can see, functions that they call included. */
  sharedEffects(nodes: readonly ir.Node[]): ReadonlySet<SharedEffect>;
  /** Python to Go: tasks change over where asyncio would let them, since it shows what they do in between; and whether they can be cancelled. */
  readonly tasks: { readonly needLoop: boolean; readonly areCancelled: boolean; readonly mayBeLeft: boolean };
  /** Go to Python: whether the function waits for other goroutines, or is started as one, so that it is an `async def`. */
  suspends(binding: Binding): boolean;
  /** The same of a method, those that implement or override it included. */
  methodSuspends(symbol: TypeSymbol, method: string): boolean;
  /** The same of function values of the type: all that may stand in one variable are coroutines, or none. */
  valueSuspends(type: Type): boolean;
  /** Go to Python: whether some lock of the program is held while others may run, so that tasks must wait for locks. */
  readonly locksWait: boolean;
  /** Go to Python: whether the function or method stores into the elements of the slice that it is given at this position; -1 is the receiver. */
  writesElements(callee: HandedOn["callee"], argument: number): boolean;
  /** Go to Python: whether the method may be called on nil, which it asks for. */
  handlesNil(symbol: TypeSymbol, method: string): boolean;
  /** Go to Python: who is given the zero values of type parameters. */
  readonly genericZeros: GenericZeros;
  /** Go to Python: whether the function or method may keep the function that it is given at this position. */
  keepsFunction(callee: HandedOn["callee"], argument: number): boolean;
  /** Go to Python: whether some call hands the function a number of math/big that somebody else may hold too. */
  sharesNumber(binding: Binding, argument: number): boolean;
  /** Go to Python: whether the program stores through pointers to this type, which Python cannot change in place. */
  storesThrough(type: Type): boolean;
  /** Go: whether the program may call a method of this name through an interface. */
  isAskedMethod(name: string): boolean;
  /** Go: whether a struct of the program has a field of this name. */
  isField(name: string): boolean;
  /** Go: the types that a value of this interface may have, as far as the program puts values into interfaces. */
  typesIn(holder: Type): readonly Type[];
  /** Go: whether the program shows its errors, or takes them apart, so that their messages matter. */
  readonly showsErrors: boolean;
  /** Go: whether values of the struct are keys of a map somewhere in the program. */
  isKey(type: Type): boolean;
  /** What the program must lift of Python's own limits when it starts. */
  readonly limits: readonly Limit[];
  /** Go: whether the program asks for infinities or NaN anywhere, so that a division by zero may be meant. */
  readonly hasInfinities: boolean;
  /** Go: whether the program recovers from panics, and so may see the messages of those that the runtime makes. */
  readonly recovers: boolean;
  /** Go: whether the program reads requests or answers them, so that the tags of its structs matter. */
  readonly isWeb: boolean;
  /** Python: whether a text of the program holds a number with underscores between its digits, which `int` reads. */
  readonly hasGroupedDigits: boolean;
  /** Whether the program asks whether a list is None, so that an empty one must not be nil in Go. */
  readonly testsLists: boolean;
  /** The classes of the program that inherit from this one, directly or not. */
  subclasses(symbol: TypeSymbol): readonly TypeSymbol[];
  /** Whether a class of the program that inherits from this one declares the method anew. */
  isOverridden(symbol: TypeSymbol, method: string): boolean;
  /** Python to Go: whether the order of the dicts of this type can be seen, so that they are ordered maps. */
  isOrdered(type: Type): boolean;
  /** Whether there is any such dict. */
  readonly hasOrderedDicts: boolean;
  /** Whether a dict of the type may make the values of missing keys itself. */
  fillsMissing(type: Type, variant: "defaultdict" | "counter"): boolean;
  /** The keys of a dict that is written out once and never changed, in order. */
  literalKeys(binding: Binding): readonly ir.Expression[] | undefined;
  /** What becomes of a list parameter that changes its length: a pointer, or the slice where no caller looks at the list again. */
  readonly growth: GrowthFacts;
  /** Which lists that functions give are held by others, and which they keep. */
  readonly lending: LendingFacts;
  /** Whether it can be seen how often something is evaluated. */
  readonly effects: EffectFacts;
  /** How instances of a class of the program are made; undefined for classes of libraries. */
  shapeOf(symbol: TypeSymbol): ClassShape | undefined;
  /** Whether values of derived classes are held as this class, so that it is an interface in Go. */
  isPolymorphic(symbol: TypeSymbol): boolean;
  /** Whether the method, declared by this class, acts on the object as a whole, so that it is a function of an interface value in Go. */
  needsWhole(symbol: TypeSymbol, method: string): boolean;
  /** Whether fields of an object that is held as this class are used from outside of its methods. */
  isReached(symbol: TypeSymbol): boolean;
  /** Whether something asks if a value is of the class. */
  isTested(symbol: TypeSymbol): boolean;
  /** Whether the names of the enumeration's members are asked for. */
  isNamed(symbol: TypeSymbol): boolean;
  /** Whether the members of the enumeration are gone through or looked up. */
  isListed(symbol: TypeSymbol): boolean;
  /** Whether members of the enumeration are looked up by a value that is computed. */
  isParsed(symbol: TypeSymbol): boolean;
  /** Whether instances of the class are shown as text somewhere. */
  isShown(symbol: TypeSymbol): boolean;
  /** The parameters made from fields that no call of the constructor gives, and whose value is made anew each time. */
  omittedParameters(symbol: TypeSymbol): ReadonlySet<string>;
}

/** What making an instance of a class needs to know of it. */
export interface ClassShape {
  /** There is an `__init__`, or defaults that one would fill in. */
  readonly hasConstructor: boolean;
  /** The fields in order, without those of bases. */
  readonly fields: readonly { readonly name: string; readonly type: Type }[];
  /** What the constructor takes where it is made from fields, those of bases included. */
  readonly parameters?:
    | readonly {
        readonly name: string;
        readonly type: Type;
        /** Left out, its value is made anew for each instance. */
        readonly isComputed: boolean;
      }[]
    | undefined;
  /** What `__init__` takes. */
  readonly initializer?:
    readonly { readonly name: string; readonly type: Type; readonly kind: ir.Parameter["kind"] }[] | undefined;
  /** The class attributes, which all instances share. */
  readonly classAttributes: readonly string[];
  readonly dataclass: boolean;
  readonly isException: boolean;
  /** Whether Go needs a struct for it: there are fields, or methods with a body. */
  readonly hasStruct: boolean;
}
