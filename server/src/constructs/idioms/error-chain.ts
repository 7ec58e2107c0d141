import type * as ir from "../../ir/node.ts";
import { defineConstruct } from "../../lowering/construct.ts";
import type { IdiomMatch } from "../../lowering/idiom.ts";

export default defineConstruct({
  id: "error-chain",
  title: "Wrapping an error",
  summary: '`fmt.Errorf("…: %w", err)` is `raise … from error`.',
  explanation:
    "Both keep the error that was the cause. In Go the message of the new error holds that of the old one, by custom behind a colon, and `errors.Is` and `errors.As` look through the chain. Python keeps the " +
    "cause beside the message, as `__cause__`, and a traceback shows both; `except` looks at the outermost class alone.",
  references: [
    { title: "Go: fmt.Errorf", url: "https://pkg.go.dev/fmt#Errorf" },
    {
      title: "Python: The raise statement",
      url: "https://docs.python.org/3/reference/simple_stmts.html#the-raise-statement",
    },
  ],
  recognises: { MakeError: wrapped },
  examples: [
    {
      title: "A setting that is no number",
      python: `def port(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f"port: {text}") from error


try:
    print(port("80"))
    print(port("http"))
except RuntimeError as error:
    print(error)
`,
      go: `package main

import (
	"fmt"
	"strconv"
)

type portError struct {
	text  string
	cause error
}

func (e *portError) Error() string { return "port: " + e.text }
func (e *portError) Unwrap() error { return e.cause }

func port(text string) (int, error) {
	number, err := strconv.Atoi(text)
	if err != nil {
		return 0, &portError{text, err}
	}
	return number, nil
}

func main() {
	for _, text := range []string{"80", "http"} {
		number, err := port(text)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(number)
	}
}
`,
    },
  ],
});

function wrapped(node: ir.MakeError): IdiomMatch<ir.Expression> | undefined {
  return node.cause === undefined ? undefined : {};
}
