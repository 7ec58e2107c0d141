import assert from "node:assert/strict";
import { loadTranslator } from "../../server/src/node/translator.ts";
import type { Program, Translator } from "../../server/src/translator/api.ts";

/*
 * Edits that change what others rest on: signatures, defaults, what a function raises or changes, fields, bases, names. After each of them, and after
 * it is taken back, the program answers like a new one.
 */

type Replacement = readonly [before: string, after: string];

const python = `from dataclasses import dataclass, field

Pair = tuple[int, int]
LIMIT = 3
totals = {}


class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount")
        self.balance += amount

    def describe(self) -> str:
        return f"{self.owner}: {self.balance}"


class Savings(Account):
    def describe(self) -> str:
        return "savings " + super().describe()


@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list[str] = field(default_factory=list)


def scale(values, factor=2):
    return [value * factor for value in values]


def sort_names(names):
    names.append("z")
    names.sort()


def prepare(names: list[str]) -> int:
    sort_names(names)
    return len(names)


def swap(pair: Pair) -> Pair:
    return pair[1], pair[0]


def parse(text: str) -> int:
    return int(text)


def safe(text: str) -> int:
    try:
        return parse(text)
    except ValueError:
        return LIMIT


def note(key):
    totals[key] = totals.get(key, 0) + 1


def main():
    account = Savings("ann")
    account.deposit(5)
    print(account.describe(), scale([1, 2]), scale([1, 2], 3))
    names = ["b", "a"]
    print(prepare(names), names, swap((1, 2)), safe("x"))
    item = Item("tea")
    print(item.name, item.price)
    note("a")


if __name__ == "__main__":
    main()
`;

const pythonEdits: readonly Replacement[] = [
  ["factor=2", "factor=4"],
  ["factor=2", "factor=2.5"],
  ["def scale(values, factor=2):", "def scale(values, factor):"],
  ["def scale", "def resize"],
  ["scale([1, 2])", "scale([1.5])"],
  ['    names.append("z")\n    names.sort()', "    return sorted(names)"],
  ["    return int(text)", "    return len(text)"],
  ["    return int(text)", "    if not text:\n        raise KeyError(text)\n    return int(text)"],
  ["except ValueError", "except KeyError"],
  ['raise ValueError("amount")', "return"],
  ["self.balance = balance", "self.balance = float(balance)"],
  ["        self.owner = owner\n", "        self.owner = owner\n        self.history = []\n"],
  ["balance=0", "balance=10"],
  ["class Savings(Account):", "class Savings:"],
  ["class Savings(Account):\n    def describe", "class Savings(Account):\n    def show"],
  ["    price: float = 1.0", "    price: int = 1"],
  ["    price: float = 1.0", "    price: float"],
  ["Pair = tuple[int, int]", "Pair = tuple[str, str]"],
  ["LIMIT = 3", "LIMIT = 3\nLIMIT += 1"],
  ["totals[key] = totals.get(key, 0) + 1", "print(key)"],
  ['    note("a")\n', '    note("a")\n    global LIMIT\n    LIMIT = 4\n'],
  ["def safe", "def unused(value):\n    return value + LIMIT\n\n\ndef safe"],
  ["def note(key):\n    totals[key] = totals.get(key, 0) + 1\n\n\n", ""],
  ["def prepare(names: list[str]) -> int:", "async def prepare(names: list[str]) -> int:"],
  ["from dataclasses", '"""The accounts."""\n\nfrom dataclasses'],
  ["LIMIT = 3\ntotals", "LIMIT = 3\n\ntotals"],
  ["def main():", "def main(:"],
  ['return "savings "', "return 'savings ("],
];

const go = `package main

import (
	"errors"
	"fmt"
	"strconv"
)

const limit = 3

var ErrEmpty = errors.New("empty")

type Shape interface {
	Area() float64
}

type Square struct {
	Side float64
	Name string
}

func (s Square) Area() float64 { return s.Side * s.Side }

func (s *Square) Grow(by float64) {
	s.Side += by
}

func parse(text string) (int, error) {
	if text == "" {
		return 0, ErrEmpty
	}
	return strconv.Atoi(text)
}

func sum(values []int) int {
	total := 0
	for _, value := range values {
		total += value
	}
	return total
}

func first[T any](values []T) (T, bool) {
	var zero T
	if len(values) == 0 {
		return zero, false
	}
	return values[0], true
}

func report(shape Shape) string {
	return fmt.Sprintf("%.1f", shape.Area())
}

func main() {
	square := Square{Side: 2, Name: "s"}
	square.Grow(limit)
	number, err := parse("4")
	if errors.Is(err, ErrEmpty) {
		fmt.Println("empty")
	}
	value, ok := first([]int{number})
	fmt.Println(report(square), sum([]int{1, 2}), value, ok)
}
`;

const goEdits: readonly Replacement[] = [
  ["const limit = 3", "const limit = 3.5"],
  ["Side float64", "Side int"],
  ["	Name string\n", "	Name string\n	Tags []string\n"],
  ["func (s *Square) Grow", "func (s Square) Grow"],
  ["(s Square) Area()", "(s Square) Size()"],
  ["		return 0, ErrEmpty\n", "		return 0, nil\n"],
  ["func parse(text string) (int, error) {", "func parse(text string) (int64, error) {"],
  ["	return strconv.Atoi(text)", "	return len(text), nil"],
  ["func sum(values []int) int {", "func sum(values ...int) int {"],
  ["func sum", "func add"],
  ["func first[T any]", "func first[T comparable]"],
  ["	Area() float64\n", "	Area() float64\n	Grow(by float64)\n"],
  ['var ErrEmpty = errors.New("empty")', 'var ErrEmpty = fmt.Errorf("none: %d", limit)'],
  ["	square.Grow(limit)\n", ""],
  ["func report", 'func init() { fmt.Println("start") }\n\nfunc report'],
  ['	"strconv"\n', ""],
  ["func main() {", "func main( {"],
  ["return total", "return total +"],
];

describe("edits that others rest on", function () {
  this.timeout(300_000);
  let translator: Translator;
  before(async () => {
    translator = await loadTranslator();
  });

  for (const [language, text, edits] of [
    ["python", python, pythonEdits],
    ["go", go, goEdits],
  ] as const) {
    it(`are answered about in ${language} as by a new program`, () => {
      const answers = (program: Program, now: string): unknown => ({
        hovers: [...now.matchAll(/\S+/g)].map(({ index }) => program.hover("main", index)),
        translation: program.translate("main"),
      });
      const fresh = (now: string): unknown => {
        const program = translator.createProgram();
        program.open("main", language, now);
        const result = answers(program, now);
        program.dispose();
        return result;
      };
      const original = fresh(text);
      const warm = translator.createProgram();
      warm.open("main", language, text);
      assert.deepEqual(answers(warm, text), original);
      for (const [before, after] of edits) {
        const start = text.indexOf(before);
        assert.ok(start >= 0, before);
        const edited = text.slice(0, start) + after + text.slice(start + before.length);
        warm.edit("main", start, start + before.length, after);
        assert.deepEqual(answers(warm, edited), fresh(edited), `${before} became ${after}`);
        warm.edit("main", start, start + after.length, before);
        assert.deepEqual(answers(warm, text), original, `${after} became ${before} again`);
      }
      warm.dispose();
    });
  }
});
