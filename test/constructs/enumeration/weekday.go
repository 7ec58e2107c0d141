package main

type color int

const (
	red color = iota
	green
	blue
)

func (c color) String() string {
	return [...]string{"red", "green", "blue"}[c]
}

func isWarm(c color) bool {
	return c == red
}
