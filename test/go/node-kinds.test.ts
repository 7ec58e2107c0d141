import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { kindsWithReader, nodeKindOwners } from "../../server/src/go/node-kinds.ts";

interface NodeType {
  readonly type: string;
  readonly named: boolean;
  readonly subtypes?: readonly unknown[];
}

const nodeTypes = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../grammars/go-node-types.json", import.meta.url)), "utf8"),
) as NodeType[];

describe("node kinds of tree-sitter-go", () => {
  const named = nodeTypes.filter((type) => type.named && type.subtypes === undefined).map((type) => type.type);

  it("are read into something, each", () => {
    assert.ok(named.length > 90);
    assert.deepEqual(
      named.filter((kind) => !(kind in nodeKindOwners)),
      [],
    );
    assert.deepEqual(
      Object.keys(nodeKindOwners).filter((kind) => !named.includes(kind)),
      [],
    );
  });

  it("have a reader for every statement, expression and type of the grammar", () => {
    const supertypes = nodeTypes.filter((type) => type.subtypes !== undefined);
    const members = supertypes.flatMap((type) => (type.subtypes as NodeType[]).map((member) => member.type));
    const leaves = members.filter((kind) => !kind.startsWith("_"));
    assert.ok(leaves.length > 50);
    assert.deepEqual(
      leaves.filter((kind) => !kindsWithReader.has(kind)),
      [],
    );
  });
});
