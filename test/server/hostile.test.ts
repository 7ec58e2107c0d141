import assert from "node:assert/strict";
import { join } from "node:path";
import type { CodeAction, CodeLens, CompletionList, InlayHint } from "vscode-languageserver/node";
import type { PatternsResult, TranslateTextResult } from "../../server/src/protocol/editing.ts";
import type { ExplainResult, ViewHoverResult } from "../../server/src/protocol/messages.ts";
import { projectRoot } from "../support/fake-build.ts";
import { hoverText, ServerProcess } from "./connection.ts";

const bundle = join(projectRoot, "dist", "server", "node.cjs");
const deny = join(projectRoot, "test", "support", "deny.cjs");

/** Code whose every name, comment and string tries to become a link, a tag, a command or an end of a fence. */
const python = `"""[d](command:workbench.action.terminal.new) <img src=https://evil.example/x>"""
import os, subprocess, urllib.request

os.system("touch owned")
subprocess.run(["touch", "owned"])
urllib.request.urlopen("https://evil.example/")


class Evil(Exception):
    """\`\`\`\n[x](command:interlinear.explainConstruct) ![i](https://evil.example/i.png)"""


def run(text: str) -> int:
    """[click](command:workbench.action.tasks.runTask?%22evil%22)"""
    if text == "[a](command:evil) <script>alert(1)</script>":
        raise ValueError(f"\`\`\`\\n[b](command:evil) {text} $(gear) <b>")
    return missing_name["](command:evil)"]
`;

const go = `// [d](command:workbench.action.terminal.new)
package main

import (
	"errors"
	"net/http"
	"os/exec"
)

func init() {
	exec.Command("touch", "owned").Run()
	http.Get("https://evil.example/")
}

func run(text string) error {
	if text == "[a](command:evil) <script>" {
		return errors.New("\`\`\`\\n[b](command:evil) $(gear) <b>")
	}
	return nil
}
`;

describe("a hostile workspace", function () {
  this.timeout(60_000);
  let server: ServerProcess;
  let stderr = "";

  before(async () => {
    server = new ServerProcess(bundle, ["--stdio"], ["--require", deny]);
    server.process.stderr.on("data", (data) => (stderr += String(data)));
    await server.initialize(
      { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
      {
        commands: true,
        settings: {
          hover: { detail: "full", __proto__: { enabled: false } },
          inlayHints: { signatures: true },
          codeLens: { enabled: true },
          verify: { python: "touch owned" },
        },
      },
    );
    await server.open("file:///hostile/a.py", "python", python);
    await server.open("file:///hostile/a.go", "go", go);
  });
  after(() => server.stop());

  it("gets nothing run, fetched or written, whatever is asked", async () => {
    for (const uri of ["file:///hostile/a.py", "file:///hostile/a.go"]) {
      const textDocument = { uri };
      const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      await server.translate(uri);
      await server.ask<CodeAction[]>("textDocument/codeAction", {
        textDocument,
        range: whole,
        context: { diagnostics: [] },
      });
      await server.ask<InlayHint[]>("textDocument/inlayHint", { textDocument, range: whole });
      await server.ask<CodeLens[]>("textDocument/codeLens", { textDocument });
      await server.ask<CompletionList>("textDocument/completion", {
        textDocument,
        position: { line: 3, character: 2 },
      });
      for (const to of ["python", "go"]) {
        await server.ask("interlinear/translateText", { text: uri.endsWith("py") ? python : go, to, uri });
        await server.ask("interlinear/translateFiles", { files: [{ path: "../../../etc/x", text: python }], to });
      }
    }
    assert.equal(stderr.includes("DENIED"), false, stderr);
    assert.equal(server.running, true);
  });

  it("gets no link of its own into hovers, neither over the source nor over the view", async () => {
    for (const [uri, text] of [
      ["file:///hostile/a.py", python],
      ["file:///hostile/a.go", go],
    ] as const) {
      const { revision, text: translation } = (await server.translate(uri))!;
      for (const [line, content] of text.split("\n").entries()) {
        for (let character = 0; character < content.length; character += 4) {
          assertHarmless(hoverText(await server.hover(uri, line, character)));
        }
      }
      for (const [line, content] of translation.split("\n").entries()) {
        for (let character = 0; character < content.length; character += 8) {
          const params = { uri, revision, position: { line, character } };
          assertHarmless((await server.ask<ViewHoverResult>("interlinear/viewHover", params))?.contents);
        }
      }
    }
  });

  it("finds the check of harmlessness at work", () => {
    assert.throws(() => assertHarmless("[x](command:evil)"));
    assert.throws(() => assertHarmless("a <img src=x>"));
    assert.throws(() => assertHarmless("```go\nx\n```\n[x](command:interlinear.other)"));
    assertHarmless("```go\n[x](command:evil) <b>\n```\n\\[x\\](command:evil)");
    assertHarmless("[Explain this construct](command:interlinear.explainConstruct?%5B%22raise%22%5D)");
  });

  it("cannot name a construct that is a path or a property", async () => {
    for (const construct of ["../../etc/passwd", "__proto__", "constructor", "", "toString"]) {
      assert.equal(await server.ask<ExplainResult>("interlinear/explain", { construct }), null);
    }
    assert.equal(await server.ask<PatternsResult>("interlinear/patterns", { language: "__proto__" }), null);
    assert.equal(await server.ask<TranslateTextResult>("interlinear/translateText", { text: 7, to: "go" }), null);
  });
});

/** Fails when Markdown holds, outside of code, a tag, an image, or a link that leads anywhere but to a page or our own command. */
function assertHarmless(markdown: string | undefined): void {
  if (markdown === undefined) return;
  const outside = markdown
    .replace(/^(`{3,})[^\n`]*\n[\s\S]*?\n\1$/gm, "")
    .replace(/(?<!\\)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "")
    .replace(/\\[^\w\s]/g, "");
  assert.doesNotMatch(outside, /<\w|!\[/, markdown);
  for (const [, address] of outside.matchAll(/\]\(([^)]*)\)/g)) {
    assert.match(
      address!,
      /^(https:\/\/(?!evil)|command:interlinear\.explainConstruct\?%5B%22[\w-]+%22%5D$)/,
      markdown,
    );
  }
}
