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
    "value receiver would see a copy. Go embeds structs instead of inheriting: an embedded method is promoted, but it never calls a method that the outer struct redefines.",
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
      code: "virtual-call",
      severity: "mark",
      message:
        "A method calls another that a subclass overrides; Go has no virtual methods, so pass the object as an interface value instead.",
    },
    {
      code: "class-hierarchy",
      severity: "mark",
      message:
        "Other classes inherit from this one; Go has no inheritance, so embed a struct and name what callers need in an interface.",
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
  ],
});
