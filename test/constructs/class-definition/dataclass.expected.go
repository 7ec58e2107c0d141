package main

// An order of a customer.
type Order struct {
	Customer string
	Items    []string
	Paid     bool
}

func NewOrder(customer string, paid bool) *Order {
	return &Order{Customer: customer, Items: []string{}, Paid: paid}
}

func (o *Order) Add(item string) {
	o.Items = append(o.Items, item)
}
