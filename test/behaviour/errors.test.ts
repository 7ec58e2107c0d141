import assert from "node:assert/strict";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Translator } from "../../server/src/translator/api.ts";
import { runGo } from "../support/run/go-batch.ts";
import { runPython } from "../support/run/python-batch.ts";
import { goLibrary, pythonLibrary } from "../support/tools.ts";
import { translateAlone } from "../support/translate-alone.ts";

/* What must not happen to errors on their way: handlers that are lost, run too often, or catch what they would not. */

interface Program {
  readonly title: string;
  readonly from: "python" | "go";
  readonly text: string;
}

const programs: readonly Program[] = [
  {
    title: "a handler does not catch the cause of another exception",
    from: "python",
    text: `class Outer(Exception):
    pass


def inner() -> int:
    raise ValueError("inner")


def middle() -> int:
    try:
        return inner()
    except ValueError as e:
        raise Outer("outer") from e


def run() -> None:
    try:
        try:
            print(middle())
        except ValueError:
            print("wrong")
    except Outer as e:
        print(e, "from", e.__cause__)


run()
`,
  },
  {
    title: "a handler of a class catches its subclasses and shows them as they show themselves",
    from: "python",
    text: `class Base(Exception):
    pass


class Derived(Base):
    def __str__(self) -> str:
        return "derived"


class Limit(ValueError):
    def __init__(self, limit: int) -> None:
        super().__init__(f"over {limit}")
        self.limit = limit


def act(n: int) -> int:
    if n == 0:
        raise Derived("hidden")
    if n == 1:
        raise Limit(3)
    if n == 2:
        raise KeyError("k")
    return n


for n in range(4):
    try:
        print(act(n))
    except Base as e:
        print("base", e)
    except ValueError as e:
        print("value", e)
    except LookupError as e:
        print("lookup", e)
`,
  },
  {
    title: "what a failing statement leaves unassigned keeps its value",
    from: "python",
    text: `def total(words: list[str]) -> int:
    value = 7
    count = 0
    for word in words:
        try:
            value = int(word)
        except ValueError as e:
            print("skipped:", e)
        count += value
    return count


print(total(["1", "x", "5", "y"]))
`,
  },
  {
    title: "else and finally run when they should, and unused results lose no handler",
    from: "python",
    text: `def parse(text: str) -> int:
    if text == "":
        raise ValueError("empty")
    return len(text)


def run(text: str) -> str:
    try:
        size = parse(text)
    except ValueError as e:
        return f"bad: {e}"
    else:
        print("size", size)
    finally:
        print("done")
    return "good"


def ignore(text: str) -> None:
    try:
        unused = parse(text)
    except ValueError:
        print("ignored")
    else:
        print("parsed")


print(run("abc"))
print(run(""))
ignore("")
ignore("a")
`,
  },
  {
    title: "two failing parts of one statement stop at the first",
    from: "python",
    text: `def number(text: str) -> int:
    print("number", text)
    return int(text)


def add(left: str, right: str) -> int:
    result = 0
    try:
        result = number(left) + number(right)
    except ValueError as e:
        print("cannot:", e)
    return result


print(add("1", "2"), add("x", "2"), add("1", "y"))
`,
  },
  {
    title: "operations fail as errors where a handler waits for them, in functions too",
    from: "python",
    text: `def pick(items: list[int], index: int) -> int:
    return items[index]


def ratio(a: int, b: int) -> int:
    return a // b


for case in range(3):
    try:
        if case == 0:
            print(pick([1, 2], 5))
        elif case == 1:
            print(ratio(1, 0))
        else:
            print({"a": 1}["b"])
    except IndexError as e:
        print("index:", e)
    except ZeroDivisionError as e:
        print("zero:", e)
    except KeyError as e:
        print("key:", e)
`,
  },
  {
    title: "errors keep their text and their chain",
    from: "go",
    text: `package main

import (
	"errors"
	"fmt"
)

var ErrEmpty = errors.New("empty")

type CodeError struct{ Code int }

func (e *CodeError) Error() string { return fmt.Sprintf("code %d", e.Code) }

func check(s string) (int, error) {
	if s == "" {
		return 0, ErrEmpty
	}
	if s == "x" {
		return 0, &CodeError{Code: 7}
	}
	return len(s), nil
}

func run(s string) error {
	n, err := check(s)
	if err != nil {
		return fmt.Errorf("run %q: %w", s, err)
	}
	fmt.Println("n", n)
	return nil
}

func main() {
	for _, s := range []string{"abc", "", "x"} {
		err := run(s)
		var code *CodeError
		if errors.Is(err, ErrEmpty) {
			fmt.Println("empty:", err)
		} else if errors.As(err, &code) {
			fmt.Println("code:", code.Code, err)
		} else {
			fmt.Println("fine:", err == nil)
		}
	}
}
`,
  },
  {
    title: "deferred functions run last first, with the arguments they had, and change named results",
    from: "go",
    text: `package main

import (
	"errors"
	"fmt"
)

func wrap(name string) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("wrap %s: %w", name, err)
		}
	}()
	if name == "" {
		return errors.New("no name")
	}
	return nil
}

func divide(a, b int) (q int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("recovered: %v", r)
		}
	}()
	q = a / b
	return q, nil
}

func main() {
	for i := 0; i < 3; i++ {
		defer fmt.Println("deferred", i)
	}
	fmt.Println(wrap("a"))
	fmt.Println(wrap(""))
	q, err := divide(1, 0)
	fmt.Println(q, err)
}
`,
  },
  {
    title: "a return in finally",
    from: "python",
    text: 'def f() -> str:\n    try:\n        return "a"\n    finally:\n        return "b"\n\n\nprint(f())\n',
  },
  {
    title: "an exception in finally",
    from: "python",
    text: 'def g() -> None:\n    raise ValueError("x")\n\n\ndef f() -> None:\n    try:\n        print("a")\n    finally:\n        g()\n    print("b")\n\n\ntry:\n    f()\nexcept ValueError as e:\n    print(e)\n',
  },
  {
    title: "except*",
    from: "python",
    text: 'try:\n    print(int("x"))\nexcept* ValueError as e:\n    print("group")\n',
  },
];

/** Programs that must be marked, with the code of the mark. */
const marked: readonly (Program & { readonly code: string })[] = [
  {
    title: "the context of an exception",
    from: "python",
    code: "exception-context",
    text: 'try:\n    print(int("x"))\nexcept ValueError as e:\n    print(e.__context__ is None)\n',
  },
];

describe("errors", function () {
  this.timeout(300_000);
  let translator: Translator;
  before(async function () {
    if (pythonLibrary() === undefined || goLibrary() === undefined) {
      console.warn("    SKIPPED: the programs were not run, for python3 or go is missing here");
      this.skip();
    }
    translator = await loadTranslator();
  });

  for (const program of programs) {
    it(program.title, () => {
      const { text, marks } = translateAlone(translator, program.from, program.text);
      assert.deepEqual(marks, [], text);
      const [python, go] = program.from === "python" ? [program.text, text] : [text, program.text];
      const said = runPython([{ name: "program", text: python }]).get("program")!;
      const heard = runGo([{ name: "program", text: go }]).get("program")!;
      assert.equal(heard.failure, undefined, `${heard.output}\n${go}`);
      assert.equal(said.failure, undefined, `${said.failure ?? ""}\n${python}`);
      assert.notEqual(said.output, "");
      assert.equal(said.output, heard.output, text);
    });
  }

  for (const program of marked) {
    it(`marks ${program.title}`, () => {
      const { marks } = translateAlone(translator, program.from, program.text);
      assert.ok(
        marks.some((mark) => mark.startsWith(`${program.code}: `)),
        marks.join("\n"),
      );
    });
  }
});
