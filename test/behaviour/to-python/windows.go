package main

import "fmt"

func quick(a []int) {
	if len(a) < 2 {
		return
	}
	p := a[len(a)-1]
	i := 0
	for j := 0; j < len(a)-1; j++ {
		if a[j] < p {
			a[i], a[j] = a[j], a[i]
			i++
		}
	}
	a[i], a[len(a)-1] = a[len(a)-1], a[i]
	quick(a[:i])
	quick(a[i+1:])
}

func fill(b []byte, v byte) {
	for i := range b {
		b[i] = v
	}
}

func main() {
	xs := []int{5, 2, 9, 1, 7}
	quick(xs)
	fmt.Println(xs)
	buf := make([]byte, 6)
	fill(buf[2:4], 7)
	fmt.Println(buf)
	w := xs[1:3]
	w[0] = 100
	fmt.Println(xs, w)
	ys := append(xs[:1], xs[2:]...)
	fmt.Println(ys, len(xs))
	zs := xs
	zs = append(zs, 1)
	fmt.Println(len(xs), len(zs))
}
