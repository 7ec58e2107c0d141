import assert from "node:assert/strict";
import * as py from "../../server/src/python/build.ts";
import { printStatements } from "../../server/src/python/print.ts";
import { PythonReading } from "../support/python-reader.ts";

/** Texts that read and print as they are written, whole and by units. */
const kept: Readonly<Record<string, string>> = {
  "above, behind and at the end of a body": `# file
# more

# of the import
import a  # behind


# of f
def f():  # header
    # first
    x = 1  # one

    # group

    # of y
    y = 2
    # end of f


# end of file
`,
  "around clauses": `if a:  # if
    # in if
    b
    # end of if
# above elif
elif c:  # elif
    d
# above else
else:  # else
    e
    # end of else
try:  # try
    f
# above except
except E:  # except
    g
# above finally
finally:  # finally
    h
for i in j:
    k
# above for's else
else:
    l
`,
  "around cases": `match a:  # match
    # first case
    case 1:  # one
        b
    # second case
    case 2:
        c
        # end of case
    # end of match
`,
  "around decorators": `# above
@a  # a
# between
@b
def f():
    pass


class A:
    # first
    x = 1

    # of g
    @c
    def g(self):
        pass

    # end of A
`,
  "inside brackets": `x = [
    # first
    1,  # one
    # two
    # and more
    2,
    3  # three
    # end
]
y = f(
    a,  # a
    # b
    b=1,
    # rest
    **c
)
z = {
    # key
    "a": 1,  # value
    **b  # rest
}


def f(
    a,  # first
    # second
    b=1,
    *,
    # only by name
    c  # third
    # end
):
    pass
`,
  "inside imports": `from a import (
    b,  # b
    # c
    c as d
    # end
)
`,
  "with alignment, headings and rules": `# List:
#   - one
#   - two
########
## Heading
#: documented
#
x = 1
`,
};

describe("Python comments", () => {
  let python: PythonReading;
  before(async () => {
    python = await PythonReading.start();
  });

  for (const [name, text] of Object.entries(kept)) {
    it(`stay ${name}`, () => {
      assert.equal(python.reprint(text), text);
      assert.equal(python.reprintUnits(text), text);
    });
  }

  it("inside expressions move above the statement", () => {
    const text = "x = (\n    a  # a\n    # b\n    + b\n)\nif (\n    # why\n    c\n):\n    pass\n";
    assert.equal(python.reprint(text), "# a\n# b\nx = a + b\n# why\nif c:\n    pass\n");
  });

  it("behind simple statements on one line belong to the last", () => {
    const [first, second] = python.module("a; b  # c\n").body;
    assert.equal(first?.trailing, undefined);
    assert.equal(second?.trailing?.text, "c");
  });

  it("have the range of their text with the marker", () => {
    const text = "x = 1  # é 😀 \ny\n";
    const comment = python.module(text).body[0]?.trailing;
    assert.equal(text.slice(comment?.span?.start, comment?.span?.end).trimEnd(), "# é 😀");
  });

  it("of several lines take several lines", () => {
    const statement = py.decorate(py.pass(), {
      leading: [py.comment("TODO: one\n  two\n")],
      trailing: py.comment("a\nb"),
    });
    assert.equal(
      printStatements([py.ifStatement(py.name("x"), [statement])]).text,
      "if x:\n    # TODO: one\n    #   two\n    #\n    pass  # a b\n",
    );
  });

  it("keep the marker of the interpreter on the first line alone", () => {
    assert.equal(python.reprint("#!/usr/bin/python3\n#!x\n"), "#!/usr/bin/python3\n# !x\n");
  });
});
