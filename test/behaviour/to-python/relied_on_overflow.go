package main

import (
	"fmt"
	"math"
	"math/bits"
	"sort"
	"strings"
)

type LCG struct{ state int64 }

func (l *LCG) Next() int64 {
	l.state = l.state*6364136223846793005 + 1442695040888963407
	return l.state
}

func javaHash(s string) int {
	h := 0
	for _, c := range s {
		h = 31*h + int(c)
	}
	return h
}
func djb2(s string) int64 {
	var h int64 = 5381
	for i := 0; i < len(s); i++ {
		h = (h << 5) + h + int64(s[i])
	}
	return h
}
func poly(s string) int {
	h := 7
	for i := range s {
		h *= 131
		h += int(s[i])
	}
	return h
}
func parse(s string) int {
	n := 0
	for _, c := range s {
		n = n*10 + int(c-'0')
	}
	return n
}
func mini(xs []int) int {
	best := math.MaxInt
	for _, x := range xs {
		if x < best {
			best = x
		}
	}
	return best
}

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

func main() {
	l := &LCG{42}
	fmt.Println(l.Next(), l.Next(), l.Next())
	fmt.Println(javaHash("the quick brown fox jumps"), djb2("the quick brown fox jumps"), poly("the quick brown fox"))
	fmt.Println(parse("12345"), mini([]int{3, 1, 2}))
	big := math.MaxInt64
	big++
	fmt.Println(big, big == math.MinInt64, -big == big)
	x := int64(math.MaxInt64)
	y := x + 1
	fmt.Println(y, x*2, y-1)
	seed := 12345
	for i := 0; i < 4; i++ {
		seed = (seed*1103515245 + 12345) & 0x7fffffff
		fmt.Print(seed%100, " ")
	}
	fmt.Println()
	fmt.Println(bits.OnesCount(255), bits.RotateLeft32(0x80000001, 1), bits.Len(1000), bits.TrailingZeros(40), bits.LeadingZeros64(1), bits.Reverse8(3), bits.RotateLeft64(1, -1), bits.Len8(3), bits.OnesCount64(7), bits.UintSize)
	hi, lo := bits.Mul64(1<<63, 6)
	fmt.Println(hi, lo)
	words := byLen{"ccc", "a", "bb"}
	fmt.Println(sort.IsSorted(words))
	sort.Sort(words)
	fmt.Println(sort.IsSorted(words), words, strings.Join(words, ","))
	fmt.Println(sort.IntsAreSorted([]int{1, 2}), sort.StringsAreSorted([]string{"b", "a"}), sort.SliceIsSorted(words, func(i, j int) bool { return words[i] < words[j] }))
	idx := sort.Search(10, func(i int) bool { return i*i >= 50 })
	fmt.Println(idx, sort.SearchInts([]int{1, 3, 5}, 4))
	sort.Sort(sort.Reverse(words))
	fmt.Println(words)
	sort.Sort(sort.Reverse(sort.StringSlice(words)))
	fmt.Println(words)
	sort.Stable(byLen(words))
	fmt.Println(words)
}
