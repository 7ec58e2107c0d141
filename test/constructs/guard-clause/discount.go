package main

func discount(price float64, isMember bool) float64 {
	if price <= 0 {
		return 0
	}
	if !isMember {
		return price
	}
	return price * 0.9
}
