import assert from "node:assert/strict";
import { doctestProgram } from "../../server/src/features/doctest.ts";
import { importEdits } from "../../server/src/features/imports.ts";
import { patternImports, plainText } from "../../server/src/features/pattern-imports.ts";

function added(text: string, language: "python" | "go", ...imports: string[]): string {
  const edits = [...importEdits(text, language, imports)].sort((left, right) => right.start - left.start);
  return edits.reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}

describe("imports added to Go", () => {
  it("make a declaration where there is none", () => {
    assert.equal(
      added("// A.\npackage a\n\nvar x int\n", "go", "fmt"),
      '// A.\npackage a\n\nimport "fmt"\n\nvar x int\n',
    );
    assert.equal(added("package a", "go", "os", "fmt"), 'package a\n\nimport (\n\t"fmt"\n\t"os"\n)');
  });

  it("go into the block, in order, and never twice", () => {
    const text =
      'package a\n\nimport (\n\t"errors"\n\tj "encoding/json"\n\t"strings"\n\n\t"golang.org/x/sync/errgroup"\n)\n';
    assert.equal(added(text, "go", "errors", "strings"), text);
    assert.match(added(text, "go", "sync"), /"strings"\n\t"sync"\n\n\t"golang/);
    assert.match(added(text, "go", "cmp"), /import \(\n\t"cmp"\n\t"errors"/);
  });

  it("turn a single import into a block", () => {
    assert.equal(
      added('package a\n\nimport "fmt" // why\n', "go", "errors"),
      'package a\n\nimport (\n\t"errors"\n\t"fmt" // why\n)\n',
    );
  });

  it("are none where there is no package, and do not look into the code", () => {
    assert.equal(added("x := 1\n", "go", "fmt"), "x := 1\n");
    const text = 'package a\n\nfunc f() {\n\ts := `\nimport "fmt"\n`\n}\n';
    assert.match(added(text, "go", "fmt"), /^package a\n\nimport "fmt"\n\nfunc/);
  });

  it("keep the line ends of the text", () => {
    assert.equal(
      added("package a\r\n\r\nvar x int\r\n", "go", "fmt"),
      'package a\r\n\r\nimport "fmt"\r\n\r\nvar x int\r\n',
    );
  });
});

describe("imports added to Python", () => {
  it("stand after the docstring and the comments at the top", () => {
    assert.equal(
      added('"""Doc.\n\nMore."""\n\nx = 1\n', "python", "import os"),
      '"""Doc.\n\nMore."""\n\nimport os\n\nx = 1\n',
    );
    assert.equal(
      added("#!/usr/bin/env python3\nx = 1\n", "python", "import os"),
      "#!/usr/bin/env python3\nimport os\n\nx = 1\n",
    );
    assert.equal(added("", "python", "import os"), "import os\n");
  });

  it("follow those that are there, and never come twice", () => {
    const text = "from __future__ import annotations\n\nimport os, sys\nfrom a import (\n    b,\n)\n\nx = 1\n";
    assert.equal(added(text, "python", "import sys", "import os"), text);
    assert.match(added(text, "python", "import re"), /b,\n\)\nimport re\n\nx = 1/);
  });

  it("join names of the same module", () => {
    assert.equal(
      added("from dataclasses import field\n", "python", "from dataclasses import dataclass"),
      "from dataclasses import field, dataclass\n",
    );
    const text = "from dataclasses import dataclass, field\n";
    assert.equal(added(text, "python", "from dataclasses import dataclass"), text);
  });

  it("follow a last line without an end", () => {
    assert.equal(added("import os", "python", "import re"), "import os\nimport re\n");
  });
});

describe("what a pattern needs", () => {
  it("is found in its code, without what it imports or declares itself", () => {
    const go = (...body: string[]) => patternImports({ language: "go", body });
    assert.deepEqual(go("var ${1:wg} sync.WaitGroup", "${1:wg}.Wait()", "time.Sleep($2)"), ["sync", "time"]);
    assert.deepEqual(go("package main", "", 'import "fmt"', "fmt.Println()"), []);
    assert.deepEqual(go("x.fmt.Println()", "local.Method()"), []);
    const python = (...body: string[]) => patternImports({ language: "python", body });
    assert.deepEqual(python("@dataclass", "class ${1:A}:", "    x: int"), ["from dataclasses import dataclass"]);
    assert.deepEqual(python("await asyncio.sleep(${1:1})"), ["import asyncio"]);
    assert.deepEqual(python("queue = asyncio.Queue()", "queue.put(1)"), ["import asyncio"]);
    assert.deepEqual(python("from enum import Enum", "class A(Enum):"), []);
  });

  it("is read from the text without tab stops", () => {
    assert.equal(plainText("for ${1:i} in range(${2:${3:n}}):\n\t$0\\$x ${4|a,b|}"), "for i in range(n):\n\t$x a");
  });
});

describe("a program of a function's examples", () => {
  const text = [
    "class Stack:",
    "    def push(self, item: int) -> int:",
    '        """Push.',
    "",
    "        >>> s = Stack()",
    "        >>> s.push(1) == 1",
    "        True",
    "        >>> for n in [2]:",
    "        ...     print(n)",
    "        2",
    '        """',
    "        return item",
    "",
    "",
    'if __name__ == "__main__":',
    "    main()",
    "",
  ].join("\n");

  it("runs each example and prints what the expressions give, without the module's own start", () => {
    const found = doctestProgram(text, 11)!;
    assert.equal(found.name, "push");
    assert.equal(found.examples, 3);
    assert.match(
      found.program,
      /return item\n\n\ns = Stack\(\)\nprint\(repr\(s\.push\(1\) == 1\)\)\nfor n in \[2\]:\n {4}print\(n\)\n$/,
    );
    assert.doesNotMatch(found.program, /__main__/);
  });

  it("is undefined where there are no examples", () => {
    assert.equal(doctestProgram(text, 14), undefined);
    assert.equal(doctestProgram("def f() -> None:\n    pass\n", 0), undefined);
  });
});
