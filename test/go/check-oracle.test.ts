import assert from "node:assert/strict";
import { analyseGo, type GoAnalysis } from "../../server/src/go/analysis.ts";
import { showGoType } from "../../server/src/go/check-show.ts";
import type { Expr } from "../../server/src/go/tree.ts";
import { GoChecking, type ReadGo } from "../support/go-checking.ts";
import { mutated, numbers } from "../support/go-mutations.ts";
import { eachNode, isExpression } from "../support/go-snapshot.ts";
import { goTypes, standardPackages, standardStubs, type GoTexts } from "../support/go-types.ts";
import { goLibrary } from "../support/tools.ts";

const paths = (
  "sort strings strconv bytes bufio errors fmt slices maps cmp iter math math/big math/bits math/cmplx math/rand math/rand/v2 io io/fs os path path/filepath " +
  "time sync context unicode/utf8 unicode/utf16 regexp regexp/syntax log log/slog flag html html/template text/template text/template/parse text/tabwriter " +
  "net/url net/netip net/mail net/http encoding/json encoding/csv encoding/hex encoding/base64 encoding/binary encoding/xml encoding/gob container/heap " +
  "container/list container/ring hash/crc32 hash/maphash crypto/sha256 compress/flate archive/tar image image/png go/ast go/parser go/printer go/types " +
  "go/constant mime/multipart database/sql testing"
).split(" ");

/** go/types lets functions lack bodies, as an assembler file may have them; the compiler does only where there is one. */
const lacksBody = "missing function body";

/** Types that go/types leaves untyped have their default type for us; comma-ok expressions have the type of their first value. */
function sameType(ours: string, theirs: string): boolean {
  const defaults: Readonly<Record<string, string>> = {
    "untyped bool": "bool",
    "untyped int": "int",
    "untyped rune": "int32",
    "untyped float": "float64",
    "untyped complex": "complex128",
    "untyped string": "string",
  };
  const plain = ours.replace(/^func\[[^(]*?\]\(/, "func(");
  return plain === (defaults[theirs] ?? theirs) || theirs === `(${plain}, bool)`;
}

/** Names whose type means nothing: `nil` has the type of its context for us, the others none for go/types. */
function isComparable(node: Expr, analysis: GoAnalysis): boolean {
  return node.kind !== "Ident" || !(node.name === "nil" || node.name === "_" || analysis.modeOf(node) === "builtin");
}

describe("Go checker and go/types", function () {
  this.timeout(600_000);
  let go: GoChecking;
  let packages: readonly GoTexts[];
  before(async function () {
    if (goLibrary() === undefined) this.skip();
    go = (await GoChecking.start()).withStubs(standardStubs());
    packages = standardPackages(paths);
  });

  it("agree about the standard library: no errors, the same types", () => {
    assert.ok(packages.length >= 60);
    const answers = goTypes(packages, true);
    const counts = { same: 0, different: 0 };
    const examples: string[] = [];
    packages.forEach(({ name, files }, i) => {
      const reads = Object.entries(files).map(([path, text]) => ({ path, text, read: go.read(text) }));
      const analysis = analyseGo(
        reads.map(({ path, read }) => ({ path, tree: read.tree })),
        go.packages,
      );
      const errors = analysis.errors.filter((error) => error.message !== lacksBody);
      assert.deepEqual(
        errors.map((error) => `${name}/${error.path}: ${error.message}`),
        [],
      );
      const theirs = new Map(answers[i]?.types?.map((each) => [`${each.file}:${each.start}:${each.end}`, each.type]));
      for (const { path, read } of reads) {
        eachNode(read.tree, (node, declaration) => {
          const start = read.starts[declaration] ?? 0;
          const wanted = theirs.get(`${path}:${start + node.span.start}:${start + node.span.end}`);
          if (wanted === undefined || !isExpression(node) || !isComparable(node, analysis)) return;
          const ours = showGoType(analysis.typeOf(node), true);
          if (sameType(ours, wanted)) counts.same += 1;
          else if ((counts.different += 1) <= 10) examples.push(`${name}/${path} ${node.kind}: ${ours} for ${wanted}`);
        });
      }
    });
    assert.ok(counts.same > 300_000);
    assert.ok(
      counts.same / (counts.same + counts.different) >= 0.995,
      `${JSON.stringify(counts)}\n${examples.join("\n")}`,
    );
  });

  it("agree whether changed packages have errors", () => {
    const next = numbers(20);
    const small = packages.filter(({ files }) => Object.values(files).join("").length < 60_000);
    const cases: { readonly texts: GoTexts; readonly reads: readonly (readonly [string, ReadGo])[] }[] = [];
    for (const { name, files } of small) {
      const reads = Object.entries(files).map(([path, text]) => [path, go.read(text)] as const);
      for (let round = 0; round < 25; round++) {
        const [path, read] = reads[next(reads.length)]!;
        const text = mutated(files[path]!, read, next);
        const changed = text === undefined ? undefined : go.read(text);
        if (text === undefined || changed === undefined || changed.faults > 0) continue;
        cases.push({
          texts: { name, files: { ...files, [path]: text } },
          reads: reads.map(([other, old]) => [other, other === path ? changed : old]),
        });
      }
    }
    const answers = goTypes(
      cases.map((each) => each.texts),
      false,
    );
    const disagreements: string[] = [];
    let judged = 0;
    cases.forEach(({ texts, reads }, i) => {
      const theirs = answers[i]?.errors ?? [];
      if (theirs[0]?.startsWith("syntax")) return;
      judged += 1;
      const ours = analyseGo(
        reads.map(([path, read]) => ({ path, tree: read.tree })),
        go.packages,
      ).errors.filter((error) => error.message !== lacksBody);
      if (ours.length > 0 === theirs.length > 0) return;
      disagreements.push(`${texts.name}: ours ${ours[0]?.message ?? "none"}; theirs ${theirs[0] ?? "none"}`);
    });
    assert.ok(judged > 300);
    assert.ok(
      disagreements.length <= judged * 0.005,
      `${disagreements.length} of ${judged}\n${disagreements.slice(0, 20).join("\n")}`,
    );
  });
});
