package main

type point struct {
	x, y float64
}

func newPoint(x, y float64) *point {
	return &point{x: x, y: y}
}

func (p *point) scale(factor float64) {
	p.x *= factor
	p.y *= factor
}
