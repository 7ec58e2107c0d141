import { printBracket, type PrintContext } from "./print-context.ts";
import { Level } from "./print-precedence.ts";
import type { Pattern, PythonNodeOf } from "./tree.ts";

/** How tightly patterns bind, loosest first. */
export const PatternLevel = { as: 0, or: 1, atom: 2 } as const;

/** The level of a pattern as printed without parentheses. */
export function patternLevel(node: Pattern): number {
  if (node.kind === "MatchOr") return PatternLevel.or;
  return node.kind === "MatchAs" && node.pattern !== undefined ? PatternLevel.as : PatternLevel.atom;
}

/** Prints each kind of pattern without parentheses around it. */
export const patternPrinters: {
  readonly [Kind in Pattern["kind"]]: (context: PrintContext, node: PythonNodeOf<Kind>) => void;
} = {
  Invalid: ({ out }, node) => out.token(node.text),
  MatchValue: (context, node) => context.expression(node.value, Level.bitOr),
  MatchSingleton: ({ out }, node) => out.token(node.value === null ? "None" : node.value ? "True" : "False"),
  MatchSequence: (context, node) => {
    const brackets = node.patterns.length < 2 || node.patterns.some((pattern) => pattern.kind === "MatchStar");
    const form = brackets ? { open: "[", close: "]" } : { open: "(", close: ")" };
    printBracket(context, form, elements(context, node.patterns));
  },
  MatchMapping: (context, node) => {
    const items = node.items.map(({ key, pattern }) => ({
      comments: {},
      print: () => {
        context.expression(key, Level.bitOr);
        context.out.token(":");
        context.out.blank(" ");
        context.pattern(pattern, PatternLevel.as);
      },
    }));
    const { rest } = node;
    if (rest !== undefined) items.push({ comments: {}, print: () => context.out.token(`**${rest}`) });
    printBracket(context, { open: "{", close: "}" }, items);
  },
  MatchClass: (context, node) => {
    context.expression(node.cls, Level.atom);
    const keywords = node.keywords.map(({ attr, pattern }) => ({
      comments: {},
      print: () => {
        context.out.token(attr);
        context.out.token("=");
        context.pattern(pattern, PatternLevel.as);
      },
    }));
    printBracket(context, { open: "(", close: ")" }, [...elements(context, node.patterns), ...keywords]);
  },
  MatchStar: ({ out }, node) => {
    out.token("*");
    out.token(node.name ?? "_");
  },
  MatchAs: (context, node) => {
    if (node.pattern !== undefined) {
      context.pattern(node.pattern, PatternLevel.or);
      context.out.blank(" ");
      context.out.token("as");
      context.out.blank(" ");
    }
    context.out.token(node.name ?? "_");
  },
  MatchOr: (context, node) => {
    node.patterns.forEach((pattern, index) => {
      if (index > 0) {
        context.out.blank(" ");
        context.out.token("|");
        context.out.blank(" ");
      }
      context.pattern(pattern, PatternLevel.atom);
    });
  },
};

function elements(context: PrintContext, nodes: readonly Pattern[]): { comments: Pattern; print: () => void }[] {
  return nodes.map((node) => ({ comments: node, print: () => context.pattern(node, PatternLevel.as) }));
}
