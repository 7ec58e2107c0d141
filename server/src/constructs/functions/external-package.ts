import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import * as go from "../../lowering/go/syntax.ts";
import type { GoLowerContext, LowerContext, PythonLowerContext } from "../../lowering/lower-context.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";
import * as py from "../../python/build.ts";
import type * as pyTree from "../../python/tree.ts";

export default defineConstruct({
  id: "external-package",
  title: "Packages that are not known",
  summary: "Names of packages without a counterpart here are kept, in the spelling of the other language, and listed.",
  explanation:
    "A library is an ecosystem's own: what a client for a database or a queue offers, and how it fails, differs between a Go module and a Python package even where both talk to the same " +
    "server. So calls of a package that is not known are kept by name, and the import says that its counterpart is yours to choose. By Go's convention a last result called `err` is " +
    "taken for an error, which in Python is raised.",
  references: [
    { title: "Go: Import declarations", url: "https://go.dev/ref/spec#Import_declarations" },
    { title: "The Python Package Index", url: "https://pypi.org/" },
    { title: "Go packages", url: "https://pkg.go.dev/" },
  ],
  lower: { go: { ExternalName: toGo }, python: { ExternalName: toPython } },
  caveats: [
    {
      code: "stub",
      severity: "mark",
      message: "A declaration stands for a name that the program does not define, as `--stubs` asks.",
    },
    {
      code: "external-range",
      severity: "caveat",
      message: "What a package gives that is not known is taken for a slice where a loop goes over its values.",
    },
    {
      code: "external-name",
      severity: "caveat",
      message: "The name belongs to a package that is not known here and is kept.",
    },
    {
      code: "external-package",
      severity: "mark",
      message: "Nothing is known of the imported package: its names are kept.",
    },
  ],
  examples: [],
});

function toGo(node: ir.ExternalName, context: GoLowerContext): goTree.Expr {
  if (context.declaresStubs) return stubbed(node, context);
  if (node.package === "") throw undefinedName(node);
  return go.packageMember(node.package, node.name);
}

function toPython(node: ir.ExternalName, context: PythonLowerContext): pyTree.Expression {
  if (context.declaresStubs) return stubbed(node, context);
  if (node.package === "") throw undefinedName(node);
  const name = node.role === "function" ? context.member(node.name, undefined, "method") : node.name;
  return py.attribute(py.name(node.qualifier), name);
}

function undefinedName(node: ir.ExternalName): Untranslatable {
  return new Untranslatable("undefined-name", `\`${node.name}\` is not defined in this program.`);
}

function stubbed<Expression>(node: ir.ExternalName, context: LowerContext<Expression, unknown>): Expression {
  const path = node.qualifier === "" ? node.name : `${node.qualifier}.${node.name}`;
  context.report(node, {
    severity: "mark",
    code: "stub",
    message: `\`${path}\` is not part of this translation; what stands for it fails when it is reached.`,
  });
  return context.stub({ path, role: node.role === "value" ? "value" : "function" });
}
