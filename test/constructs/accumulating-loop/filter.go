package sample

func adults(ages []int) []int {
	var result []int
	for _, age := range ages {
		if age >= 18 {
			result = append(result, age)
		}
	}
	return result
}
