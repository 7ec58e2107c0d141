package main

import "math"

type shape interface {
	area() float64
}

type circle struct {
	radius float64
}

func (c circle) area() float64 {
	return math.Pi * c.radius * c.radius
}

func totalArea(shapes []shape) float64 {
	total := 0.0
	for _, s := range shapes {
		total += s.area()
	}
	return total
}
