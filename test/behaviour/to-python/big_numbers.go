package main

import (
	"fmt"
	"math/big"
)

var one = big.NewInt(1)
var limit, _ = new(big.Int).SetString("123456789012345678901234567890", 10)

type Account struct {
	Balance *big.Int
	Rate    *big.Rat
}

func fib(n int) *big.Int {
	a, b := big.NewInt(0), big.NewInt(1)
	for i := 0; i < n; i++ {
		a.Add(a, b)
		a, b = b, a
	}
	return a
}

func fib2(n int) *big.Int {
	a, b := new(big.Int), big.NewInt(1)
	for ; n > 0; n-- {
		a, b = b, a.Add(a, b)
	}
	return a
}

func fact(n int64) *big.Int {
	if n <= 1 {
		return big.NewInt(1)
	}
	return new(big.Int).Mul(big.NewInt(n), fact(n-1))
}

func digits(n *big.Int) int { return len(n.String()) }

func main() {
	fmt.Println(fib(100), fib2(90), fact(25))
	acc := &Account{Balance: big.NewInt(5), Rate: big.NewRat(1, 3)}
	acc.Balance.Mul(acc.Balance, limit)
	acc.Rate.Add(acc.Rate, big.NewRat(1, 6))
	fmt.Println(acc.Balance, acc.Rate, acc.Rate.FloatString(5))
	var z big.Int
	z.Exp(big.NewInt(2), big.NewInt(100), nil)
	fmt.Println(&z, z.String(), z.BitLen(), digits(&z))
	q, r := new(big.Int), new(big.Int)
	q.DivMod(&z, big.NewInt(97), r)
	fmt.Println(q, r)
	for x := big.NewInt(10); x.Sign() > 0; x.Sub(x, one) {
		fmt.Print(x, " ")
	}
	fmt.Println()
	m := new(big.Int).Exp(big.NewInt(3), big.NewInt(200), big.NewInt(13))
	fmt.Println(m, m.Cmp(one) == 0, m.Int64()+1)
	fmt.Printf("%d %s %v %x %10d|\n", m, limit, limit, limit, m)
	n, ok := new(big.Int).SetString("zzz", 10)
	fmt.Println(n == nil, ok)
	g := new(big.Int).GCD(nil, nil, big.NewInt(48), big.NewInt(18))
	fmt.Println(g, new(big.Int).Sqrt(big.NewInt(1000000)), big.NewInt(97).ProbablyPrime(10))
	sum := new(big.Int)
	for i := 1; i <= 5; i++ {
		sq := big.NewInt(int64(i * i))
		sum.Add(sum, sq)
	}
	fmt.Println("sum", sum, sum.Text(16), new(big.Int).Lsh(one, 70))
	h := new(big.Rat)
	for i := int64(1); i <= 5; i++ {
		h.Add(h, big.NewRat(1, i))
	}
	fmt.Println(h, h.Num(), h.Denom(), h.Cmp(big.NewRat(2, 1)))
	p := big.NewInt(7)
	if p.Cmp(big.NewInt(5)) == 1 {
		fmt.Println("bigger")
	}
	memo := map[int]*big.Int{0: big.NewInt(1)}
	for i := 1; i < 6; i++ {
		memo[i] = new(big.Int).Mul(memo[i-1], big.NewInt(int64(i)))
	}
	fmt.Println(memo[5])
}
