package sample

// Account holds money.
type Account struct {
	Owner   string
	Balance int
}

// Deposit adds to the balance.
func (a *Account) Deposit(amount int) {
	a.Balance += amount
}
