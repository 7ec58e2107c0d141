// Command billing writes the monthly invoices of a hosting service.
package main

import (
	"fmt"
	"os"
)

// Cents is an amount of money.
type Cents int64

func (c Cents) String() string {
	sign := ""
	if c < 0 {
		sign, c = "-", -c
	}
	return fmt.Sprintf("%s%d.%02d", sign, c/100, c%100)
}

// Plan says what a customer pays for the month.
type Plan interface {
	Charge(hours int) Cents
	Name() string
}

// Hourly has one price for each hour.
type Hourly struct {
	Price Cents
}

// Name is how the invoice calls the plan.
func (h Hourly) Name() string { return "hourly" }

// Charge is proportional to the hours.
func (h Hourly) Charge(hours int) Cents {
	return Cents(hours) * h.Price
}

// Flat includes some hours and has a price for the others.
type Flat struct {
	Monthly  Cents
	Included int
	Extra    Cents
}

// Name is how the invoice calls the plan.
func (f Flat) Name() string { return fmt.Sprintf("flat, %d hours", f.Included) }

// Charge grows only beyond the hours that are included.
func (f Flat) Charge(hours int) Cents {
	if hours <= f.Included {
		return f.Monthly
	}
	return f.Monthly + Cents(hours-f.Included)*f.Extra
}

// Invoice is what one customer has to pay.
type Invoice struct {
	Number   int
	Customer string
	Plan     Plan
	Hours    int
}

// Net is the price after the discount for large customers.
func (i Invoice) Net() Cents {
	charge := i.Plan.Charge(i.Hours)
	var percent Cents
	switch {
	case charge >= 100_000:
		percent = 10
	case charge >= 50_000:
		percent = 5
	}
	return charge - charge*percent/100
}

func total(invoices ...Invoice) (sum Cents) {
	for _, invoice := range invoices {
		sum += invoice.Net()
	}
	return sum
}

func main() {
	hourly := Hourly{12}
	flat := Flat{Monthly: 4900, Included: 500, Extra: 9}
	invoices := []Invoice{
		{1, "Northwind", hourly, 720},
		{2, "Contoso", flat, 744},
		{3, "Fabrikam", Hourly{95}, 1400},
	}
	for _, invoice := range invoices {
		fmt.Fprintf(os.Stdout, "#%03d %-10s %9s  %s\n", invoice.Number, invoice.Customer, invoice.Net(), invoice.Plan.Name())
	}
	fmt.Println("total", total(invoices...))
	fmt.Println("refund", total()-invoices[0].Net())
}
