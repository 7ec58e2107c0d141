package main

import "fmt"

func unique(words []string) []string {
	seen := make(map[string]bool)
	var result []string
	for _, word := range words {
		if !seen[word] {
			seen[word] = true
			result = append(result, word)
		}
	}
	return result
}

func reach(graph map[int][]int, start int) int {
	visited := map[int]bool{start: true}
	var visit func(n int)
	visit = func(n int) {
		for _, next := range graph[n] {
			if visited[next] {
				continue
			}
			visited[next] = true
			visit(next)
		}
	}
	visit(start)
	delete(visited, start)
	if _, ok := visited[start]; ok {
		return -1
	}
	return len(visited)
}

func kept() map[string]bool {
	flags := map[string]bool{"a": true}
	flags["b"] = false
	return flags
}

func vowels(s string) int {
	set := map[rune]bool{'a': true, 'e': true, 'i': true}
	n := 0
	for _, r := range s {
		if set[r] {
			n++
		}
	}
	return n
}

type point struct{ x, y int }

func main() {
	fmt.Println(unique([]string{"a", "b", "a"}))
	fmt.Println(reach(map[int][]int{1: {2, 3}, 2: {1}}, 1))
	fmt.Println(len(kept()), vowels("aeiou"))
	seen := map[point]bool{}
	seen[point{1, 2}] = true
	fmt.Println(seen[point{1, 2}], seen[point{2, 1}] || seen[point{1, 2}])
}
