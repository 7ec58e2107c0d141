/*
 * Shows the stages of a translation.
 *
 *   npm run dump -- --units|--tree|--types|--ir|--after PASS [--to go|python] FILE
 *
 * --units        how the text is cut, and the parser's tree of each unit
 * --tree         the source tree of each unit
 * --types        each expression with its place and its type
 * --ir           the intermediate representation as it was lifted
 * --after PASS   the same after one of the passes; the verifier's findings stand behind it
 */
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { loadAssets } from "../server/src/assets.ts";
import { otherLanguage, type Language } from "../server/src/base/language.ts";
import type { GoAnalysis } from "../server/src/go/analysis.ts";
import { dumpTree } from "../server/src/go/dump.ts";
import type { Expr, GoNode } from "../server/src/go/tree.ts";
import { dump } from "../server/src/ir/dump.ts";
import { passes } from "../server/src/lowering/passes/index.ts";
import { installed } from "../server/src/node/assets.ts";
import type { SpecialisedProgram } from "../server/src/python/specialise.ts";
import type { Expression } from "../server/src/python/tree.ts";
import { SyntaxDocument } from "../server/src/syntax/document.ts";
import { compile } from "../server/src/translator/compile.ts";
import { SourceDocument } from "../server/src/translator/document.ts";
import type { Environment } from "../server/src/translator/environment.ts";
import { createEnvironment } from "../server/src/translator/index.ts";
import { showType } from "../server/src/types/show.ts";
import type { Type } from "../server/src/types/type.ts";

const usage = "usage: npm run dump -- --units|--tree|--types|--ir|--after PASS [--to go|python] FILE";

function fail(message: string): never {
  console.error(`dump: ${message}`);
  process.exit(2);
}

interface Node {
  readonly kind: string;
  readonly span: { readonly start: number; readonly end: number };
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value && "span" in value;
}

function* nodesOf(value: unknown): Iterable<Node> {
  if (isNode(value)) yield value;
  if (typeof value !== "object" || value === null) return;
  for (const child of Object.values(value)) yield* nodesOf(child);
}

function place(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${before.length}:${(before.at(-1) ?? "").length + 1}`;
}

function dumpUnits(environment: Environment, language: Language, text: string): void {
  const document = new SyntaxDocument(environment.grammars, language, text);
  if (document.refusal !== undefined) fail(`the text is not parsed: ${document.refusal}`);
  for (const unit of document.units()) {
    console.log(`== ${place(text, unit.start)} ${unit.kind}${unit.hasError ? ", with a syntax error" : ""}`);
    console.log(document.readUnit(unit, (root) => root.toString()));
  }
}

/** The units with their trees, whatever the language calls them. */
function unitTrees(
  document: SourceDocument,
): readonly { readonly key: string; readonly start: number; readonly nodes: readonly Node[] }[] {
  if (document.language === "python")
    return document.python.units.map(({ key, start, body }) => ({ key, start, nodes: body }));
  return document.go.units.map(({ key, start, declarations }) => ({ key, start, nodes: declarations }));
}

function dumpTrees(document: SourceDocument): void {
  for (const { key, start, nodes } of unitTrees(document)) {
    console.log(`== ${key} at ${place(document.text, start)}`);
    // The dump of Go trees asks for nothing but a kind and a span, which Python's have too.
    for (const node of nodes) console.log(dumpTree(node as GoNode).trimEnd());
  }
}

function dumpTypes(environment: Environment, document: SourceDocument): void {
  const typeOf = typesOf(environment, document);
  for (const { key, start, nodes } of unitTrees(document)) {
    console.log(`== ${key}`);
    for (const node of nodesOf(nodes)) {
      const type = typeOf(node);
      const source = document.text.slice(start + node.span.start, start + node.span.end).split("\n")[0] ?? "";
      if (type !== undefined)
        console.log(`${place(document.text, start + node.span.start)} ${node.kind} \`${source}\` : ${type}`);
    }
  }
}

/** What the analysis says of a node; undefined for nodes that are no expressions. */
function typesOf(environment: Environment, document: SourceDocument): (node: Node) => string | undefined {
  const { analysis } = compile([document], environment, { target: otherLanguage(document.language) });
  if (document.language === "python") {
    return (node) => shown((analysis as SpecialisedProgram).analysis.typeOf(node as Expression));
  }
  const go = analysis as GoAnalysis;
  return (node) => (go.modeOf(node as Expr) === "invalid" ? undefined : shown(go.typeOf(node as Expr)));
}

function shown(type: Type): string | undefined {
  return type.kind === "unknown" ? undefined : showType(type);
}

function dumpIr(environment: Environment, document: SourceDocument, target: Language, stage: string): void {
  let seen = false;
  compile([document], environment, {
    target,
    observe: (name, declarations, violations) => {
      if (name !== stage) return;
      seen = true;
      for (const declaration of declarations) console.log(dump(declaration));
      for (const { rule, node } of violations) console.log(`VIOLATION: ${rule}: ${node.kind}`);
    },
  });
  if (!seen)
    console.log(`${stage} does not run from ${document.language} to ${target}, or there is nothing to run it on`);
}

// Whoever reads the dump may close the pipe early, as `head` does.
process.stdout.on("error", () => process.exit(0));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    units: { type: "boolean" },
    tree: { type: "boolean" },
    types: { type: "boolean" },
    ir: { type: "boolean" },
    after: { type: "string" },
    to: { type: "string" },
  },
});
const { units, tree, types, ir, after, to } = values;
const [file, ...rest] = positionals;
const chosen = [units, tree, types, ir, after].filter((value) => value !== undefined);
if (file === undefined || rest.length > 0 || chosen.length !== 1) fail(usage);
if (to !== undefined && to !== "go" && to !== "python") fail(usage);
const names = passes.map((pass) => pass.name);
if (after !== undefined && !names.includes(after)) fail(`there is no pass ${after}; there are ${names.join(", ")}`);
const language = file.endsWith(".py")
  ? "python"
  : file.endsWith(".go")
    ? "go"
    : fail(`${file} is neither Python nor Go`);

if (!existsSync(file)) fail(`there is no file ${file}`);
const text = readFileSync(file, "utf8");
const environment = await createEnvironment(await loadAssets((path) => readFile(installed(path))));
const document = new SourceDocument(environment.grammars, file, language, text);
if (units) dumpUnits(environment, language, text);
else if (tree) dumpTrees(document);
else if (types) dumpTypes(environment, document);
else dumpIr(environment, document, to ?? otherLanguage(language), after ?? "lift");
