import { defineConstruct } from "../../lowering/construct.ts";
import { Untranslatable } from "../../lowering/untranslatable.ts";

export default defineConstruct({
  id: "default-arguments",
  title: "Default values of parameters",
  summary: "Go has no default values, so each call that leaves a parameter out passes the default.",
  explanation:
    "Python evaluates a default once, when the function is defined, and every call without the argument uses that one object; that is why a list as a " +
    "default remembers what earlier calls appended. A default that could have another value at the call stands in a variable beside the function. Go functions have neither defaults nor overloads: callers pass everything, or a struct of options, " +
    "or functions that set options.",
  references: [
    {
      title: "Python: Default argument values",
      url: "https://docs.python.org/3/tutorial/controlflow.html#default-argument-values",
    },
    {
      title: "Why are default values shared between objects?",
      url: "https://docs.python.org/3/faq/programming.html#why-are-default-values-shared-between-objects",
    },
    { title: "Go: Calls", url: "https://go.dev/ref/spec#Calls" },
  ],
  lower: {
    go: { DefaultArgument: (node, context) => context.expression(node.value) },
    python: {
      DefaultArgument: (node) => {
        throw new Untranslatable(
          "default-argument",
          `The default of \`${node.parameter}\` stands where a value is needed.`,
        );
      },
    },
  },
  snippets: [
    {
      language: "go",
      prefix: "options",
      terms: ["default argument", "keyword argument"],
      description: "Options with defaults",
      body: [
        "type ${1:Option} func(*${2:config})",
        "",
        "func With${3:Timeout}(${4:value} ${5:int}) ${1:Option} {",
        "\treturn func(c *${2:config}) { c.${4:value} = ${4:value} }",
        "}",
      ],
    },
  ],
  examples: [
    {
      title: "A parameter that may be left out",
      python: `def repeat(text: str, count: int = 2) -> str:\n    result = ""\n    for _ in range(count):\n        result += text\n    return result\n\n\nprint(repeat("ab"), repeat("c", 3))\n`,
      go: `package main\n\nimport "fmt"\n\nfunc repeat(text string, count int) string {\n\tresult := ""\n\tfor range count {\n\t\tresult += text\n\t}\n\treturn result\n}\n\nfunc main() {\n\tfmt.Println(repeat("ab", 2), repeat("c", 3))\n}\n`,
    },
  ],
});
