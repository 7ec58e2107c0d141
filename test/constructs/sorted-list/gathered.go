package main

import (
	"fmt"
	"slices"
	"sort"
)

type user struct {
	name string
	age  int
}

func oldest(users map[string]user) []user {
	var list []user
	for _, u := range users {
		list = append(list, u)
	}
	sort.Slice(list, func(i, j int) bool { return list[i].age > list[j].age })
	return list
}

func main() {
	stock := map[string]int{"b": 2, "a": 1}
	var names []string
	for name := range stock {
		names = append(names, name)
	}
	sort.Strings(names)
	fmt.Println(names)
	counts := []int{}
	for _, c := range stock {
		if c > 0 {
			counts = append(counts, c*2)
		}
	}
	slices.Sort(counts)
	fmt.Println(counts)
	us := oldest(map[string]user{"x": {"x", 3}, "y": {"y", 30}})
	us[0].age++
	fmt.Println(us)
	fs := []float64{2.5, -1}
	sort.Float64s(fs)
	copied := []int{}
	for _, c := range counts {
		copied = append(copied, c)
	}
	copied[0] = 9
	fmt.Println(fs, counts, copied)
}
