package main

import "strings"

func Domains(addresses []string) map[string]struct{} {
	result := map[string]struct{}{}
	for _, address := range addresses {
		result[strings.Split(address, "@")[1]] = struct{}{}
	}
	return result
}
