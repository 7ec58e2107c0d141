import assert from "node:assert/strict";
import { hoverMarkdown, hoverPlainText } from "../../server/src/features/hover.ts";
import { escapeMarkdown, fencedCode } from "../../server/src/features/markdown.ts";
import type { Diagnostic, HoverAnswer } from "../../server/src/translator/api.ts";

const caveat: Diagnostic = {
  severity: "caveat",
  code: "integer-overflow",
  message: "`x` can outgrow *int*",
  path: "a.py",
  start: 0,
  end: 1,
};

const answer: HoverAnswer = {
  span: { start: 0, end: 5 },
  construct: {
    id: "raise-error",
    title: "Raise / return",
    summary: "Go returns errors.",
    explanation: "Long.",
    references: [
      { title: "Errors are values", url: "https://go.dev/blog/errors-are-values" },
      { title: "The [raise] statement", url: "https://docs.python.org/3/reference/simple_stmts.html#raise" },
    ],
  },
  code: "return err\n",
  language: "go",
  caveats: [caveat, { ...caveat, start: 9 }, { ...caveat, severity: "mark", message: "not known" }],
  idiom: { id: "worker-pool", title: "Worker pool" },
};

const elsewhere = { detail: "short", commands: false } as const;
const inVsCode = { detail: "short", commands: true } as const;

describe("what a hover says", () => {
  it("is title, sentence, counterpart, idiom, what to mind once each, and references", () => {
    assert.equal(
      hoverMarkdown(answer, elsewhere),
      [
        "**Raise / return**",
        "Go returns errors.",
        "```go\nreturn err\n```",
        "Part of: Worker pool",
        "- **Caveat:** \\`x\\` can outgrow \\*int\\* (`integer-overflow`)\n- **To do by hand:** not known (`integer-overflow`)",
        "[Errors are values](https://go.dev/blog/errors-are-values) · " +
          "[The \\[raise\\] statement](https://docs.python.org/3/reference/simple_stmts.html#raise)",
      ].join("\n\n"),
    );
  });

  it("leads to the construct's page where the client has one, instead of listing references", () => {
    const text = hoverMarkdown(answer, inVsCode);
    assert.match(
      text,
      /\n\[Explain this construct\]\(command:interlinear\.explainConstruct\?%5B%22raise-error%22%5D\)$/,
    );
    assert.doesNotMatch(text, /go\.dev/);
    assert.match(hoverMarkdown(answer, { detail: "full", commands: true }), /command:.* · .*go\.dev/);
  });

  it("shows notes only when everything is wanted", () => {
    const noted = { ...answer, caveats: [{ ...caveat, severity: "note" as const }] };
    assert.doesNotMatch(hoverMarkdown(noted, elsewhere), /Note/);
    assert.match(hoverMarkdown(noted, { detail: "full", commands: false }), /\*\*Note:\*\*/);
  });

  it("leaves out what there is not", () => {
    const { idiom: _, ...without } = answer;
    const bare = { ...without, code: "", caveats: [], construct: { ...answer.construct, references: [] } };
    assert.equal(hoverMarkdown(bare, elsewhere), "**Raise / return**\n\nGo returns errors.");
    assert.equal(hoverPlainText(bare, elsewhere), "Raise / return\n\nGo returns errors.");
  });
});

describe("user text in Markdown", () => {
  it("comes out as it is: no emphasis, code, tag, link, image, entity, address or new line", () => {
    const hostile =
      "*a* _b_ `c` <img src=x> [d](command:e) ![f](g) &lt; https://h.example www.i.example j@k.l $(l) \n# m";
    const escaped = escapeMarkdown(hostile);
    assert.equal(
      escaped,
      "\\*a\\* \\_b\\_ \\`c\\` \\<img src=x\\> \\[d\\](command:e) \\!\\[f\\](g) \\&lt; https\\://h.example www\\.i.example " +
        "j\\@k.l \\$(l) \\# m",
    );
  });

  it("stays inside its fence, however many backticks it holds", () => {
    assert.equal(fencedCode("a\n````\nb\n\n", "python"), "`````python\na\n````\nb\n`````");
    assert.equal(fencedCode("`x`", "go"), "```go\n`x`\n```");
  });
});
