package main

import (
	"fmt"
	"strings"
	"unicode"
)

func classify(s string) map[string]int {
	counts := map[string]int{}
	for i, r := range s {
		switch {
		case unicode.IsUpper(r):
			counts["upper"]++
		case unicode.IsDigit(r):
			counts["digit"] += i
		case r == ' ', r == '\t':
			counts["blank"]++
		case strings.ContainsRune("aeiou", r):
			counts["vowel"]++
		}
	}
	return counts
}

func caesar(s string, shift int) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z':
			b.WriteRune('a' + (r-'a'+rune(shift))%26)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func runes(s string) []rune {
	var out []rune
	for _, r := range s {
		if unicode.IsLetter(r) {
			out = append(out, unicode.ToLower(r))
		}
	}
	return out
}

func isBalanced(s string) bool {
	pairs := map[rune]rune{')': '(', ']': '['}
	var stack []rune
	for _, r := range s {
		switch r {
		case '(', '[':
			stack = append(stack, r)
		case ')', ']':
			if len(stack) == 0 || stack[len(stack)-1] != pairs[r] {
				return false
			}
			stack = stack[:len(stack)-1]
		}
	}
	return len(stack) == 0
}

func words(s string) (out []string) {
	cur := ""
	for _, c := range s {
		if c == ',' {
			out = append(out, cur)
			cur = ""
			continue
		}
		cur += string(c)
	}
	return append(out, cur)
}

func main() {
	fmt.Println(classify("Ab 1e")["upper"], classify("Ab 1e")["digit"])
	fmt.Println(caesar("xyz!", 3), string(runes("A-b")))
	fmt.Println(isBalanced("([])"), isBalanced("(]"))
	fmt.Println(words("a,b"), len(words("")))
	for i, r := range "hey" {
		fmt.Printf("%d %c %q %v %d\n", i, r, r, r, r-'a')
	}
	freq := map[rune]int{}
	for _, r := range "hello" {
		freq[r]++
	}
	fmt.Println(freq['l'], freq)
}
