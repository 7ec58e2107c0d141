package main

import (
	"cmp"
	"slices"
)

type person struct {
	name string
	age  int
}

func byAge(people []person) {
	slices.SortFunc(people, func(a, b person) int {
		return cmp.Or(cmp.Compare(a.age, b.age), cmp.Compare(a.name, b.name))
	})
}
