package main

import (
	"fmt"
	"math/bits"
)

func main() {
	var wide uint64 = 0x0123456789abcdef
	var word uint = 1 << 40
	var middle uint32 = 0x12345678
	var short uint16 = 0x1234
	var small uint8 = 0x16
	fmt.Println(bits.Len16(short), bits.OnesCount8(small), bits.OnesCount16(short))
	fmt.Println(bits.LeadingZeros8(small), bits.LeadingZeros16(short), bits.LeadingZeros8(0))
	fmt.Println(bits.RotateLeft(word, 30), bits.RotateLeft16(short, 4), bits.RotateLeft8(small, -3))
	fmt.Println(bits.Reverse64(wide), bits.Reverse(word), bits.Reverse32(middle), bits.Reverse16(short))
	fmt.Println(bits.ReverseBytes64(wide), bits.ReverseBytes32(middle))
	sum, carry := bits.Add64(1<<63, 1<<63+5, 1)
	fmt.Println(sum, carry)
}
