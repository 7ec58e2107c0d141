package main

// Total returns what all of it costs.
func Total(prices []float64) float64 {
	total := 0.0
	for _, item := range prices {
		total += item
	}
	return total
}
