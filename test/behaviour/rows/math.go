package main

import (
	"fmt"
	"math"
	"math/bits"
)

func lengths(x int, y uint64, z uint32) {
	fmt.Println(bits.OnesCount(uint(x)), bits.OnesCount64(y), bits.OnesCount32(z))
	fmt.Println(bits.Len(uint(x)), bits.Len64(y), bits.Len32(z))
	fmt.Println(bits.LeadingZeros(uint(x)), bits.LeadingZeros64(y), bits.LeadingZeros32(z))
	fmt.Println(bits.TrailingZeros(uint(x)), bits.TrailingZeros64(y), bits.TrailingZeros32(z))
}

func main() {
	lengths(0, 0, 0)
	lengths(12, 1<<63, 1<<31)
	lengths(1023, math.MaxUint64, math.MaxUint32)
	lengths(-1, 1, 1)
	sine, cosine := math.Sincos(0)
	fmt.Println(sine, cosine, math.Inf(1), -math.Inf(1), math.IsNaN(math.NaN()), math.NaN() == math.NaN())
}
