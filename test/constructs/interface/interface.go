package sample

// Shape has an area.
type Shape interface {
	Area() float64
}

// Square is a shape.
type Square struct {
	Side float64
}

// Area multiplies the sides.
func (s Square) Area() float64 { return s.Side * s.Side }

func total(shapes []Shape) float64 {
	sum := 0.0
	for _, shape := range shapes {
		sum += shape.Area()
	}
	return sum
}
