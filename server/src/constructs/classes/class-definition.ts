import { defineConstruct } from "../../lowering/construct.ts";
import { lowerRecord as recordToGo } from "../../lowering/go/record.ts";
import { liftClass } from "../../lowering/lift/python-class.ts";
import { lowerRecord as recordToPython } from "../../lowering/python/record.ts";

export default defineConstruct({
  id: "class-definition",
  title: "Class / struct with methods",
  summary:
    "A class becomes a struct, a `New…` function for `__init__`, and methods with a receiver; a struct becomes a dataclass.",
  explanation:
    "A Python class holds data, construction and methods in one block, and every instance is reached through a reference. Go keeps them apart: the struct lists the " +
    "fields, an ordinary function makes and fills it, and methods are declared beside it with a receiver. A pointer receiver sees the caller's object, as `self` does; a " +
    "value receiver would see a copy. Go embeds structs instead of inheriting: an embedded method is promoted, but it never calls a method that the outer struct redefines. A base class whose code " +
    "does so becomes an interface, and that code a function which takes it.",
  references: [
    { title: "Go: Struct types", url: "https://go.dev/ref/spec#Struct_types" },
    { title: "Go: Method declarations", url: "https://go.dev/ref/spec#Method_declarations" },
    { title: "Effective Go: Embedding", url: "https://go.dev/doc/effective_go#embedding" },
    { title: "Python: Classes", url: "https://docs.python.org/3/tutorial/classes.html" },
    { title: "Python: dataclasses", url: "https://docs.python.org/3/library/dataclasses.html" },
  ],
  python: { ClassDef: liftClass },
  lower: { go: { Record: recordToGo }, python: { Record: recordToPython } },
  caveats: [
    {
      code: "diamond",
      severity: "mark",
      message:
        "The class inherits from one base by two ways and has it once; embedded structs would be two, so keep one of them in a field.",
    },
    {
      code: "super-call",
      severity: "mark",
      message:
        "With several bases, `super()` goes on with the next class in the order of all bases; Go calls the method of one embedded struct by name.",
    },
    {
      code: "key-by-value",
      severity: "mark",
      message:
        "Objects that are equal by value are keys of a dict or elements of a set, and pointers are not equal by value; make the class a frozen dataclass.",
    },
  ],
  snippets: [
    {
      language: "python",
      prefix: "frozen",
      terms: ["value struct", "comparable struct", "struct as map key"],
      description: "A value that cannot be changed and can be a key",
      body: ["@dataclass(frozen=True)", "class ${1:Point}:", "    ${2:x}: ${3:int}"],
    },
    {
      language: "python",
      prefix: "getter",
      terms: ["getter method", "accessor"],
      description: "A value that is computed when it is asked for",
      body: ["@property", "def ${1:name}(self) -> ${2:str}:", "    return ${3:self._name}"],
    },
    {
      language: "python",
      prefix: "newfunc",
      terms: ["NewT", "constructor function", "factory"],
      description: "Another way of making an instance",
      body: ["@classmethod", "def ${1:from_text}(cls, ${2:text}: str) -> Self:", "    return cls(${3:text})"],
    },
    {
      language: "go",
      prefix: "class",
      terms: ["class", "dataclass", "__init__", "constructor"],
      description: "A struct with a constructor and a method",
      body: [
        "type ${1:Account} struct {",
        "\t${2:Owner} ${3:string}",
        "}",
        "",
        "func New${1:Account}(${4:owner} ${3:string}) *${1:Account} {",
        "\treturn &${1:Account}{${2:Owner}: ${4:owner}}",
        "}",
        "",
        "func (${5:a} *${1:Account}) ${6:Method}() {",
        "\t$0",
        "}",
      ],
    },
    {
      language: "python",
      prefix: "struct",
      terms: ["struct", "type struct", "record"],
      description: "A dataclass with a method",
      body: [
        "@dataclass",
        "class ${1:Account}:",
        "    ${2:owner}: ${3:str}",
        "",
        "    def ${4:method}(self) -> ${5:None}:",
        "        ${0:pass}",
      ],
    },
  ],
  examples: [
    {
      title: "Fields, a constructor and methods",
      python: `class Account:
    def __init__(self, owner: str, balance: int) -> None:
        self.owner = owner
        self.balance = balance

    def deposit(self, amount: int) -> None:
        self.balance += amount

    def describe(self) -> str:
        return f"{self.owner} has {self.balance}"


account = Account("Ada", 10)
account.deposit(5)
print(account.describe())
`,
      go: `package main

import "fmt"

type Account struct {
	Owner   string
	Balance int
}

func NewAccount(owner string, balance int) *Account {
	return &Account{Owner: owner, Balance: balance}
}

func (a *Account) Deposit(amount int) {
	a.Balance += amount
}

func (a *Account) Describe() string {
	return fmt.Sprintf("%s has %d", a.Owner, a.Balance)
}

func main() {
	account := NewAccount("Ada", 10)
	account.Deposit(5)
	fmt.Println(account.Describe())
}
`,
    },
    {
      title: "A base class whose code calls what derived classes declare",
      python: `class Shape:
    def __init__(self, name: str) -> None:
        self.name = name

    def sides(self) -> int:
        return 0

    def describe(self) -> str:
        return f"{self.name} has {self.sides()} sides"


class Square(Shape):
    def __init__(self) -> None:
        super().__init__("square")

    def sides(self) -> int:
        return 4


class Circle(Shape):
    def describe(self) -> str:
        return super().describe() + ", it is round"


shapes: list[Shape] = [Square(), Circle("circle"), Shape("thing")]
for shape in shapes:
    print(shape.describe(), shape.name, isinstance(shape, Square))
`,
      go: `package main

import "fmt"

type Shape interface {
	Sides() int
	Describe() string
	Name() string
}

type shapeBase struct {
	name string
}

func (s *shapeBase) Sides() int {
	return 0
}

func (s *shapeBase) Name() string {
	return s.name
}

func (s *shapeBase) Describe() string {
	return describe(s)
}

func describe(s Shape) string {
	return fmt.Sprintf("%s has %d sides", s.Name(), s.Sides())
}

type Square struct {
	shapeBase
}

func (s *Square) Sides() int {
	return 4
}

func (s *Square) Describe() string {
	return describe(s)
}

type Circle struct {
	shapeBase
}

func (c *Circle) Describe() string {
	return describe(c) + ", it is round"
}

func main() {
	shapes := []Shape{&Square{shapeBase{"square"}}, &Circle{shapeBase{"circle"}}, &shapeBase{"thing"}}
	for _, shape := range shapes {
		_, ok := shape.(*Square)
		answer := "False"
		if ok {
			answer = "True"
		}
		fmt.Println(shape.Describe(), shape.Name(), answer)
	}
}
`,
      from: ["python"],
    },
  ],
});
