package main

import (
	"errors"
	"fmt"
	"strconv"
)

func explain(text string) {
	_, err := strconv.Atoi(text)
	var failure *strconv.NumError
	if errors.As(err, &failure) {
		fmt.Println(failure.Func, failure.Num, failure.Err)
	}
	fmt.Println(errors.Is(err, strconv.ErrSyntax), errors.Is(err, strconv.ErrRange))
}

func main() {
	explain("x1")
	explain("99999999999999999999")
	explain("7")
}
