import { mergeOrigins } from "../../base/origin.ts";
import { mapBodies, type Body } from "../../ir/blocks.ts";
import type * as ir from "../../ir/node.ts";
import { mapChildren } from "../../ir/walk.ts";
import type { Construct } from "../construct.ts";
import type { IdiomContext, IdiomMatch } from "../idiom.ts";
import type { Pass, PassContext } from "./pass.ts";

/** Recognises idioms, several nodes that mean one thing, and lets each rewrite them. What was recognised keeps the idiom's id in its origin. */
export const idiomsPass: Pass = {
  name: "idioms",
  reason: "What experienced people write for several nodes together is not what each becomes alone.",
  run: (declarations, context) => {
    const visitor = new IdiomVisitor(context);
    return declarations.flatMap((declaration) => visitor.nodes(declaration, []) as readonly ir.Declaration[]);
  },
};

type Recogniser = (node: ir.Node, context: IdiomContext) => IdiomMatch<ir.Node> | undefined;

class IdiomVisitor {
  readonly #context: PassContext;

  constructor(context: PassContext) {
    this.#context = context;
  }

  /** What stands for one node that is not in a list of statements. */
  nodes(node: ir.Node, following: readonly ir.Statement[]): readonly ir.Node[] {
    return this.#matched(this.#inside(node), following).nodes;
  }

  #list(body: Body): Body {
    // What lies inside comes first: it may be what makes the whole an idiom.
    const inner = body.map((statement) => this.#inside(statement) as ir.Statement);
    const done: ir.Statement[] = [];
    for (let at = 0; at < inner.length;) {
      const { nodes, taken } = this.#matched(inner[at]!, inner.slice(at + 1));
      // What several statements became may begin an idiom with those behind it.
      if (nodes.length <= taken) inner.splice(at, taken + 1, ...(nodes as readonly ir.Statement[]));
      else {
        done.push(...(nodes as readonly ir.Statement[]));
        at += taken + 1;
      }
    }
    return done;
  }

  #matched(
    node: ir.Node,
    following: readonly ir.Statement[],
  ): { readonly nodes: readonly ir.Node[]; readonly taken: number } {
    for (const idiom of this.#context.idioms.get(node.kind) ?? []) {
      const recognise = (idiom.recognises as Readonly<Record<string, Recogniser | undefined>>)[node.kind];
      const match = recognise?.(node, { ...this.#context, following });
      if (!match) continue;
      const taken = match.taken ?? 0;
      const all = [node, ...following.slice(0, taken)];
      const whole = mergeOrigins(all.map((each) => each.origin));
      const nodes = match.nodes?.map((each) => ({ ...each, origin: mergeOrigins([each.origin, whole]) })) ?? all;
      return { nodes: nodes.map((each) => tagged(each, idiom)), taken };
    }
    return { nodes: [node], taken: 0 };
  }

  /** The node with what lies inside it visited. */
  #inside(node: ir.Node): ir.Node {
    const lists = new Set<ir.Node>();
    const list = (body: Body): Body => {
      const visited = this.#list(body);
      visited.forEach((each) => lists.add(each));
      return visited;
    };
    let current = node.sort === "statement" ? mapBodies(node, list) : node;
    if ("body" in current && node.sort !== "statement" && isList(current.body))
      current = { ...current, body: list(current.body) };
    return mapChildren<ir.Node>(current, (child) => {
      if (lists.has(child)) return child;
      const made = this.nodes(child, []);
      return made.length === 1 ? made[0]! : made;
    });
  }
}

function isList(body: unknown): body is Body {
  return Array.isArray(body) && body.every((each) => (each as ir.Node).sort === "statement");
}

/** The node with the idiom in its origin. */
function tagged(node: ir.Node, { id }: Construct): ir.Node {
  const { ranges, constructs } = node.origin ?? { ranges: [], constructs: [] };
  return { ...node, origin: { ranges, constructs: [...constructs.filter((other) => other !== id), id] } };
}
