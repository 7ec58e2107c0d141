package main

import (
	"cmp"
	"slices"
)

type Person struct {
	Name string
	Age  int
}

func ByAge(people []*Person) []*Person {
	sorted := slices.Clone(people)
	slices.SortStableFunc(sorted, func(a *Person, b *Person) int { return cmp.Compare(a.Age, b.Age) })
	return sorted
}
