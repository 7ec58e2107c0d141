import { eachNode } from "./go-snapshot.ts";
import type { ReadGo } from "./go-checking.ts";
import type { GoNode } from "../../server/src/go/tree.ts";

interface Place {
  readonly node: GoNode;
  readonly start: number;
  readonly end: number;
}

type Random = (bound: number) => number;

/** A generator of numbers below a bound, the same at each run. */
export function numbers(seed: number): Random {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}

const typeNames = ["int", "string", "float64", "bool", "byte", "int64", "error", "any", "[]int", "*int", "rune"];
const operators = ["+", "-", "*", "/", "%", "==", "<", "&&", "||", "<<", "&", "!="];
const literals = ["1", '"a"', "1.5", "'x'", "-1", "300", "nil", "true", "0", "1<<70", "[]int{1}"];
const prefixes = ["&", "*", "!", "-", "<-", "^"];
const insertions = [
  "var zz int",
  "zz := 1",
  "var zz int\nzz = 2",
  "L:",
  "goto L",
  "break",
  "return",
  "return 1",
  "const zz = 1",
  "zz := 1; zz++",
  'len("a")',
  "for i := range 3 {}",
  "for i := range 3 { _ = i }",
  "var zz any; switch y := zz.(type) { case int: }",
  "var zz any; switch y := zz.(type) { case int: _ = y }",
];
const statements: ReadonlySet<string> = new Set(
  "ExprStmt AssignStmt IncDecStmt ReturnStmt DeclStmt BranchStmt IfStmt ForStmt RangeStmt SwitchStmt SendStmt GoStmt DeferStmt".split(
    " ",
  ),
);
const values: ReadonlySet<string> = new Set(
  "CallExpr BinaryExpr SelectorExpr IndexExpr Ident BasicLit CompositeLit UnaryExpr StarExpr SliceExpr".split(" "),
);

function pick<Element>(list: readonly Element[], next: Random): Element | undefined {
  return list[next(list.length)];
}

/** The text with one small change, most of which are errors; undefined when the drawn change does not apply. */
export function mutated(text: string, read: ReadGo, next: Random): string | undefined {
  const places: Place[] = [];
  eachNode(read.tree, (node, declaration) => {
    const start = read.starts[declaration] ?? 0;
    places.push({ node, start: start + node.span.start, end: start + node.span.end });
  });
  const any = (wanted: (node: GoNode) => boolean): Place | undefined =>
    pick(
      places.filter((place) => wanted(place.node)),
      next,
    );
  const put = (place: Place | undefined, change: (old: string) => string | undefined): string | undefined => {
    const changed = place && change(text.slice(place.start, place.end));
    return place === undefined || changed === undefined
      ? undefined
      : text.slice(0, place.start) + changed + text.slice(place.end);
  };
  const textOf = (place: Place | undefined): string | undefined => place && text.slice(place.start, place.end);
  const changes: (() => string | undefined)[] = [
    () =>
      put(
        any((node) => node.kind === "Ident" && typeNames.includes(node.name)),
        () => pick(typeNames, next),
      ),
    () =>
      put(
        any((node) => statements.has(node.kind)),
        () => "",
      ),
    () =>
      put(
        any((node) => node.kind === "Ident"),
        () => (next(2) === 0 ? "zzz" : textOf(any((node) => node.kind === "Ident"))),
      ),
    () => {
      const place = any((node) => node.kind === "BinaryExpr");
      if (place?.node.kind !== "BinaryExpr") return undefined;
      const { x, y, span } = place.node;
      return put(
        place,
        (old) =>
          `${old.slice(0, x.span.end - span.start)} ${pick(operators, next) ?? ""} ${old.slice(y.span.start - span.start)}`,
      );
    },
    () =>
      put(
        any((node) => node.kind === "BasicLit"),
        () => pick(literals, next),
      ),
    () => {
      const place = any((node) => node.kind === "CallExpr" && node.args.length > 0);
      if (place?.node.kind !== "CallExpr") return undefined;
      const { args, span } = place.node;
      const gone = next(args.length);
      const [first, last] = [args[0]!.span.start - span.start, args.at(-1)!.span.end - span.start];
      return put(place, (old) => {
        const kept = args
          .filter((_, i) => i !== gone)
          .map((argument) => old.slice(argument.span.start - span.start, argument.span.end - span.start));
        return old.slice(0, first) + kept.join(", ") + old.slice(last);
      });
    },
    () =>
      put(
        any((node) => values.has(node.kind)),
        () => textOf(any((node) => values.has(node.kind))),
      ),
    () =>
      put(
        any((node) => node.kind === "AssignStmt"),
        (old) => (old.includes(":=") ? old.replace(":=", "=") : old.replace("=", ":=")),
      ),
    () =>
      put(
        any((node) => node.kind === "BlockStmt" && node.list.length > 0),
        (old) => `{\n${pick(insertions, next) ?? ""}\n${old.slice(1)}`,
      ),
    () =>
      text.replace(
        /^package \w+/m,
        (clause) =>
          `${clause}\nimport ${pick(["", "_ ", "q "], next) ?? ""}"${pick(["bytes", "strings", "os"], next) ?? ""}"`,
      ),
    () =>
      put(
        any((node) => statements.has(node.kind) || node.kind === "FuncDecl" || node.kind === "CaseClause"),
        (old) => `${old}\n${old}`,
      ),
    () =>
      put(
        any((node) => values.has(node.kind)),
        (old) => (pick(prefixes, next) ?? "") + old,
      ),
  ];
  return pick(changes, next)?.();
}
