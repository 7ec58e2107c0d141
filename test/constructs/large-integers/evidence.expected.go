package main

import (
	"fmt"
	"math/big"
)

func productUpTo(n int) *big.Int {
	product := big.NewInt(1)
	for i := 1; i < n+1; i++ {
		product = new(big.Int).Mul(product, big.NewInt(int64(i)))
	}
	return product
}

func smallProduct(n int) int {
	product := 1
	for i := 1; i < n+1; i++ {
		product *= i
	}
	return product
}

func nthFibonacci(n int) *big.Int {
	a, b := big.NewInt(0), big.NewInt(1)
	for range n {
		a, b = b, new(big.Int).Add(a, b)
	}
	return a
}

func digitSum(n *big.Int) int {
	total := 0
	for n.Sign() > 0 {
		total += smallInt(new(big.Int).Mod(n, big.NewInt(10)))
		n = new(big.Int).Div(n, big.NewInt(10))
	}
	return total
}

func main() {
	fmt.Println(productUpTo(30), smallProduct(10))
	fmt.Println(nthFibonacci(200))
	fmt.Println(digitSum(new(big.Int).Exp(big.NewInt(2), big.NewInt(100), nil)), powMod(7, 300, 1000003))
}

// powMod gives base to the power of exponent, modulo a positive modulus.
func powMod(base, exponent, modulus int) int {
	result := new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(int64(exponent)), big.NewInt(int64(modulus)))
	return int(result.Int64())
}

// smallInt gives the value as an int; it panics where the value does not fit.
func smallInt(value *big.Int) int {
	if !value.IsInt64() {
		panic("smallInt: " + value.String() + " does not fit")
	}
	return int(value.Int64())
}
