package main

import "fmt"

func describe(value any) string {
	switch v := value.(type) {
	case nil:
		return "nothing"
	case bool:
		return "a truth value"
	case int:
		return fmt.Sprintf("the number %d", v)
	case string:
		return "the text " + v
	case []string:
		return fmt.Sprintf("%d texts", len(v))
	default:
		return "something else"
	}
}

func main() {
	fmt.Println(describe(3), describe("a"), describe([]string{"x"}))
}
