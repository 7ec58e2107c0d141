package main

func pairs(numbers []int) [][2]int {
	var result [][2]int
	for i := 0; i+1 < len(numbers); i++ {
		result = append(result, [2]int{numbers[i], numbers[i+1]})
	}
	return result
}
