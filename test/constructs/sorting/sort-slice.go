package sample

import "sort"

// Player is one of those who play.
type Player struct {
	Name  string
	Score int
}

func rank(players []Player) {
	sort.Slice(players, func(i, j int) bool {
		return players[i].Score > players[j].Score
	})
}
