package main

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"
)

type P struct {
	Name string
	Age  int
}

func byAge(a, b P) int { return cmp.Compare(a.Age, b.Age) }

func main() {
	ps := []P{{"bob", 3}, {"Al", 5}, {"cy", 3}, {"di", 9}}
	slices.SortFunc(ps, byAge)
	fmt.Println(ps)
	sort.Slice(ps, func(i, j int) bool {
		if len(ps[i].Name) != len(ps[j].Name) {
			return len(ps[i].Name) > len(ps[j].Name)
		}
		return strings.ToLower(ps[i].Name) > strings.ToLower(ps[j].Name)
	})
	fmt.Println(ps)
	slices.SortStableFunc(ps, func(a, b P) int {
		if a.Age%2 != b.Age%2 {
			return a.Age%2 - b.Age%2
		}
		return strings.Compare(fmt.Sprint(b.Name), fmt.Sprint(a.Name))
	})
	fmt.Println(ps)
	order := func(a, b P) int { return b.Age - a.Age }
	slices.SortFunc(ps, order)
	fmt.Println(ps[0])
}
