package main

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
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
	fmt.Println(
		formatFloat(bigToFloat(new(big.Int).Exp(big.NewInt(2), big.NewInt(70), nil))/bigToFloat(new(big.Int).Exp(big.NewInt(2), big.NewInt(69), nil))),
		formatBool(1.0/bigToFloat(new(big.Int).Exp(big.NewInt(2), big.NewInt(70), nil)) < 0.5),
	)
}

// bigToFloat gives the float64 nearest to the value.
func bigToFloat(value *big.Int) float64 {
	result, _ := value.Float64()
	return result
}

// formatBool writes True or False.
func formatBool(value bool) string {
	if value {
		return "True"
	}
	return "False"
}

// formatFloat writes a number as Python does: 1.0, 0.1, 1e+16, inf, nan.
func formatFloat(value float64) string {
	switch {
	case math.IsNaN(value):
		return "nan"
	case math.IsInf(value, 0):
		return strings.ToLower(strings.TrimPrefix(strconv.FormatFloat(value, 'g', -1, 64), "+"))
	}
	if magnitude := math.Abs(value); magnitude != 0 && (magnitude < 1e-4 || magnitude >= 1e16) {
		return strconv.FormatFloat(value, 'e', -1, 64)
	}
	text := strconv.FormatFloat(value, 'f', -1, 64)
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	return text
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
