package main

import "fmt"

func describe(value any) string {
	switch v := value.(type) {
	case nil:
		return "nothing"
	case int:
		return fmt.Sprintf("int %d", v)
	case string, bool:
		return fmt.Sprintf("%v", v)
	default:
		return "something else"
	}
}
