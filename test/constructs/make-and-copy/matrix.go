package main

func zeros(rows, columns int) [][]int {
	matrix := make([][]int, rows)
	for i := range matrix {
		matrix[i] = make([]int, columns)
	}
	return matrix
}
