import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";

export default defineConstruct({
  id: "type-alias",
  title: "type statement / the type itself",
  summary:
    "`type Grid = list[list[int]]` gives a type a second name; the translation writes the type itself wherever the name stood.",
  explanation:
    "Both languages have aliases: Python's `type` statement (3.12) and Go's `type Grid = [][]int`. Neither makes a new type, so a value of the alias is a value of the type. " +
    "Python evaluates the right side only when it is asked for and never checks it while the program runs, so an alias may mean types that Go has to write in another way at each place, " +
    "such as a union or a tuple. The type is therefore written out. Where a name helps the reader, Go people define a type of its own (`type Grid [][]int`), which can have methods.",
  references: [
    {
      title: "Python: The type statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-type-statement",
    },
    { title: "Go: Alias declarations", url: "https://go.dev/ref/spec#Alias_declarations" },
    { title: "Go: Type definitions", url: "https://go.dev/ref/spec#Type_definitions" },
  ],
  python: { TypeAlias: (): ir.Empty => ({ sort: "statement", kind: "Empty" }) },
  snippets: [
    {
      language: "python",
      prefix: "newtype",
      terms: ["type UserID int", "defined type"],
      description: "A type of its own for checkers",
      body: ['${1:UserID} = NewType("${1:UserID}", ${2:int})'],
    },
  ],
  examples: [],
});
