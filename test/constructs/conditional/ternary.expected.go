package main

func Label(count int) string {
	if count == 1 {
		return "item"
	}
	return "items"
}
