// Command matrix multiplies small matrices.
package main

import (
	"errors"
	"fmt"
	"strings"
)

// Matrix has rows of equal length.
type Matrix [][]float64

// ErrShape tells that two matrices do not fit together.
var ErrShape = errors.New("shapes do not fit")

// New returns a matrix of zeros.
func New(height, width int) Matrix {
	rows := make(Matrix, height)
	for i := range rows {
		rows[i] = make([]float64, width)
	}
	return rows
}

// Identity has ones on its diagonal.
func Identity(size int) Matrix {
	result := New(size, size)
	for i := 0; i < size; i++ {
		result[i][i] = 1
	}
	return result
}

// Times multiplies two matrices.
func (m Matrix) Times(other Matrix) (Matrix, error) {
	if len(m[0]) != len(other) {
		return nil, fmt.Errorf("%dx%d times %dx%d: %w", len(m), len(m[0]), len(other), len(other[0]), ErrShape)
	}
	result := New(len(m), len(other[0]))
	for y, row := range m {
		for x := range other[0] {
			for i, value := range row {
				result[y][x] += value * other[i][x]
			}
		}
	}
	return result, nil
}

// Transposed swaps rows and columns.
func (m Matrix) Transposed() Matrix {
	result := New(len(m[0]), len(m))
	for y := range m {
		for x := range m[y] {
			result[x][y] = m[y][x]
		}
	}
	return result
}

func (m Matrix) String() string {
	var text strings.Builder
	for _, row := range m {
		for _, value := range row {
			fmt.Fprintf(&text, "%7.2f", value)
		}
		text.WriteString("\n")
	}
	return text.String()
}

// Power multiplies by squaring.
func Power(base Matrix, exponent int) (Matrix, error) {
	result := Identity(len(base))
	for exponent > 0 {
		var err error
		if exponent%2 == 1 {
			if result, err = result.Times(base); err != nil {
				return nil, err
			}
		}
		if base, err = base.Times(base); err != nil {
			return nil, err
		}
		exponent /= 2
	}
	return result, nil
}

func main() {
	fibonacci := Matrix{{1, 1}, {1, 0}}
	result, err := Power(fibonacci, 10)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(result)

	wide := Matrix{{1, 2, 3}, {4, 5, 6.5}}
	fmt.Print(wide.Transposed())
	if _, err := Power(wide, 2); errors.Is(err, ErrShape) {
		fmt.Println("error:", err)
	}
}
