package main

import (
	"errors"
	"fmt"
)

func Withdraw(balance, amount int) (int, error) {
	if amount <= 0 {
		return 0, fmt.Errorf("amount must be positive: %d", amount)
	}
	if amount > balance {
		return 0, errors.New("insufficient funds")
	}
	return balance - amount, nil
}
