package main

import "strings"

type user struct {
	name string
	age  int
}

func adultNames(users []user) []string {
	names := make([]string, 0, len(users))
	for _, u := range users {
		if u.age >= 18 {
			names = append(names, strings.ToUpper(u.name))
		}
	}
	return names
}
