package main

type Level int

const (
	LevelLow Level = iota + 1
	LevelMedium
	LevelHigh
)

func IsUrgent(level Level) bool {
	return level == LevelHigh
}
