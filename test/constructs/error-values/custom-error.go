package sample

import "fmt"

// NotFoundError tells what is missing.
type NotFoundError struct {
	Name string
}

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("%s not found", e.Name)
}

func find(stock map[string]int, name string) (int, error) {
	count, ok := stock[name]
	if !ok {
		return 0, &NotFoundError{Name: name}
	}
	return count, nil
}
