import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "functional-options",
  title: "Functional options",
  summary: "A variadic parameter of functions that set options is what keyword arguments with defaults are in Python.",
  explanation:
    "Go has neither default values nor named arguments. A constructor with many settings takes functions, each of which changes one; callers name only those they want, and new ones can be added without " +
    "breaking anybody. Python parameters have names and defaults, keyword-only ones behind `*`, so there the whole pattern is a parameter list.",
  references: [
    {
      title: "Rob Pike: Self-referential functions and the design of options",
      url: "https://commandcenter.blogspot.com/2014/01/self-referential-functions-and-design.html",
    },
    {
      title: "Python: Keyword-only parameters",
      url: "https://docs.python.org/3/tutorial/controlflow.html#keyword-only-arguments",
    },
  ],
  recognises: { Function: constructor },
  snippets: [
    {
      language: "go",
      prefix: "withoptions",
      terms: ["keyword arguments", "default arguments", "**kwargs"],
      description: "A constructor with functional options",
      body: [
        "// ${1:Option} changes one setting of a ${2:Server}.",
        "type ${1:Option} func(*${2:Server})",
        "",
        "// With${3:Port} sets the ${4:port}.",
        "func With${3:Port}(${4:port} ${5:int}) ${1:Option} {",
        "\treturn func(s *${2:Server}) { s.${4:port} = ${4:port} }",
        "}",
        "",
        "func New${2:Server}(options ...${1:Option}) *${2:Server} {",
        "\ts := &${2:Server}{${4:port}: ${6:8080}}",
        "\tfor _, option := range options {",
        "\t\toption(s)",
        "\t}",
        "\treturn s",
        "}",
      ],
    },
    {
      language: "python",
      prefix: "keywordonly",
      terms: ["functional options", "WithPort", "options ...Option"],
      description: "A constructor with keyword-only parameters",
      body: ["def __init__(self, *, ${1:port}: ${2:int} = ${3:8080}) -> None:", "    self.${1:port} = ${1:port}"],
    },
  ],
  examples: [
    {
      title: "A server with settings",
      python: `class Server:
    def __init__(self, host: str, *, port: int = 8080) -> None:
        self.host = host
        self.port = port


print(Server("a").port, Server("b", port=9).port)
`,
      go: `package main

import "fmt"

type Server struct {
	host string
	port int
}

type Option func(*Server)

func WithPort(port int) Option {
	return func(s *Server) { s.port = port }
}

func NewServer(host string, options ...Option) *Server {
	s := &Server{host: host, port: 8080}
	for _, option := range options {
		option(s)
	}
	return s
}

func main() {
	fmt.Println(NewServer("a").port, NewServer("b", WithPort(9)).port)
}
`,
    },
  ],
});

/** The last parameter is any number of functions that take a pointer and give nothing. */
function constructor({ parameters }: ir.Function): IdiomMatch<ir.Function> | undefined {
  const last = parameters.at(-1)?.binding.type;
  const option = last?.kind === "list" ? last.element : undefined;
  const shape = option?.kind === "named" ? option.symbol.underlying : option;
  if (shape?.kind !== "function" || shape.result.kind !== "none" || shape.parameters.length !== 1) return undefined;
  return shape.parameters[0]?.type.kind === "pointer" ? {} : undefined;
}
