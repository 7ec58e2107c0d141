package main

import "fmt"

type Handler func(request string) string

func logged(name string, next Handler) Handler {
	return func(request string) string {
		fmt.Println(name, request)
		return next(request)
	}
}

func main() {
	greet := func(request string) string { return "hello " + request }
	handler := logged("outer", logged("inner", greet))
	fmt.Println(handler("ann"))
}
