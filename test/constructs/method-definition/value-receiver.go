package main

import "fmt"

// Money is an amount in cents.
type Money struct {
	Cents    int
	Currency string
}

// Plus gives the sum of two amounts.
func (m Money) Plus(other Money) Money {
	m.Cents += other.Cents
	return m
}

func main() {
	price := Money{250, "EUR"}
	fmt.Println(price.Plus(Money{50, "EUR"}).Cents, price.Cents)
}
