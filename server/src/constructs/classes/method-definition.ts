import type * as goTree from "../../go/tree.ts";
import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import { liftGoFunction } from "../../lowering/lift/go-functions.ts";
import type { GoLiftContext } from "../../lowering/lift-context.ts";
import type { NamedType, Type } from "../../types/type.ts";

export default defineConstruct({
  id: "method-definition",
  title: "Method definition",
  summary:
    "A method stands in its class in Python and beside its type in Go, where the receiver is written before the name.",
  explanation:
    "Python passes the object as the first parameter, `self`; Go writes it as a receiver and lets its type say whether the method sees the caller's object (`*T`) or a copy of it (`T`). Methods of one Go type may " +
    "be spread over the files of a package, and any defined type can have them, not only structs.",
  references: [
    { title: "Go: Method declarations", url: "https://go.dev/ref/spec#Method_declarations" },
    { title: "Effective Go: Methods", url: "https://go.dev/doc/effective_go#methods" },
    { title: "Python: Method objects", url: "https://docs.python.org/3/tutorial/classes.html#method-objects" },
  ],
  refines: { go: { FuncDecl: liftMethod } },
  examples: [
    {
      title: "A method that changes its receiver",
      python: `class Stack:
    def __init__(self) -> None:
        self.items: list[int] = []

    def push(self, item: int) -> None:
        self.items.append(item)

    def size(self) -> int:
        return len(self.items)


stack = Stack()
stack.push(4)
print(stack.size())
`,
      go: `package main

import "fmt"

type Stack struct {
	Items []int
}

func (s *Stack) Push(item int) {
	s.Items = append(s.Items, item)
}

func (s *Stack) Size() int {
	return len(s.Items)
}

func main() {
	stack := &Stack{}
	stack.Push(4)
	fmt.Println(stack.Size())
}
`,
    },
  ],
});

function liftMethod(node: goTree.FuncDecl, context: GoLiftContext): readonly ir.Declaration[] | undefined {
  const [receiver] = node.recv?.list ?? [];
  if (receiver === undefined) return undefined;
  const owner = named(context.typeOf(receiver.type));
  const lifted = liftGoFunction(node, context);
  return [owner === undefined ? lifted : { ...lifted, symbol: owner.symbol }];
}

function named(type: Type): NamedType | undefined {
  const bare = type.kind === "pointer" ? type.target : type;
  return bare.kind === "named" ? bare : undefined;
}
