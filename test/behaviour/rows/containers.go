package main

import (
	"container/heap"
	"fmt"
	"sort"
)

type job struct {
	name     string
	priority int
}

type jobs []*job

func (j jobs) Len() int           { return len(j) }
func (j jobs) Less(a, b int) bool { return j[a].priority < j[b].priority }
func (j jobs) Swap(a, b int)      { j[a], j[b] = j[b], j[a] }
func (j *jobs) Push(x any)        { *j = append(*j, x.(*job)) }
func (j *jobs) Pop() any {
	old := *j
	last := old[len(old)-1]
	*j = old[:len(old)-1]
	return last
}

func queue() {
	waiting := &jobs{{"a", 5}, {"b", 3}, {"c", 8}}
	heap.Init(waiting)
	heap.Push(waiting, &job{"d", 1})
	(*waiting)[0].priority = 9
	heap.Fix(waiting, 0)
	removed := heap.Remove(waiting, 1).(*job)
	fmt.Println(removed.name, waiting.Len())
	for waiting.Len() > 0 {
		next := heap.Pop(waiting).(*job)
		fmt.Println(next.name, next.priority)
	}
}

type byLength []string

func (b byLength) Len() int           { return len(b) }
func (b byLength) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLength) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func ordered() {
	ints, words, floats := []int{3, 1, 2}, []string{"b", "é", "a"}, []float64{2.5, -1, 0}
	sort.Sort(sort.IntSlice(ints))
	sort.Sort(sort.StringSlice(words))
	sort.Sort(sort.Float64Slice(floats))
	fmt.Println(ints, words, floats)
	sort.Sort(sort.Reverse(sort.IntSlice(ints)))
	sort.Sort(sort.Reverse(sort.StringSlice(words)))
	sort.Sort(sort.Reverse(sort.Float64Slice(floats)))
	fmt.Println(ints, words, floats)
	names := []string{"ccc", "a", "bb", "d", "ee"}
	sort.Stable(byLength(names))
	fmt.Println(names)
	sort.Stable(sort.Reverse(byLength(names)))
	fmt.Println(names)
}

func main() {
	queue()
	ordered()
}
