package main

import (
	"fmt"
	"math/rand"
	randv2 "math/rand/v2"
	"slices"
	"time"
)

func below(limit int, values ...int) bool {
	return slices.Min(values) >= 0 && slices.Max(values) < limit
}

func first(n int, wide int64, narrow int32) {
	fmt.Println(below(10, rand.Intn(n), int(rand.Int63n(wide)), int(rand.Int31n(narrow))))
	fmt.Println(rand.Int() >= 0, rand.Int63() >= 0, rand.Int31() >= 0, uint64(rand.Uint32()) < 1<<32, rand.Uint64()>>63 < 2)
	fmt.Println(rand.Float64() < 1, rand.Float32() <= 1, rand.NormFloat64() < 100, rand.ExpFloat64() >= 0)
	order := rand.Perm(n)
	slices.Sort(order)
	fmt.Println(order)
	rand.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	slices.Sort(order)
	fmt.Println(order)
}

func second(n int, wide int64, narrow int32) {
	fmt.Println(below(10, randv2.IntN(n), int(randv2.Int64N(wide)), int(randv2.Int32N(narrow)), randv2.N(n)))
	fmt.Println(randv2.Float64() < 1, randv2.Int() >= 0, randv2.Uint64()>>63 < 2, randv2.NormFloat64() < 100)
	order := randv2.Perm(n)
	slices.Sort(order)
	fmt.Println(order)
	randv2.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	slices.Sort(order)
	fmt.Println(order)
}

func own(n int, wide int64) {
	rand.Seed(time.Now().UnixNano())
	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	fmt.Println(below(10, random.Intn(n), int(random.Int63n(wide))), random.Float64() < 1, random.NormFloat64() < 100)
	order := random.Perm(n)
	slices.Sort(order)
	fmt.Println(order)
}

func main() {
	first(10, 10, 10)
	second(10, 10, 10)
	own(10, 10)
}
