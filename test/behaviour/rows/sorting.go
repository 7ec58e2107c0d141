package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"
)

// closer tells which of two numbers is nearer to ten; of two that are as near, the even one comes first.
func closer(a, b int) bool {
	da, db := (a-10)*(a-10), (b-10)*(b-10)
	if da == db {
		return a%2 == 0 && b%2 != 0
	}
	return da < db
}

func main() {
	stock := map[string]int{"pears": 2, "figs": 1}
	fmt.Println(slices.Sorted(maps.Keys(stock)), slices.Sorted(maps.Values(stock)))
	delete(stock, "figs")
	fmt.Println(slices.Collect(maps.Keys(stock)), slices.Collect(maps.Values(stock)))

	numbers := []int{1, 12, 9, 30, 10}
	sort.Slice(numbers, func(i, j int) bool { return closer(numbers[i], numbers[j]) })
	fmt.Println(numbers)
	sort.SliceStable(numbers, func(i, j int) bool { return closer(numbers[j], numbers[i]) })
	fmt.Println(numbers)

	_, err := strconv.Atoi("x1")
	var number *strconv.NumError
	if errors.As(err, &number) {
		fmt.Println(number.Func, number.Num, number.Err)
	}
}
