package main

import (
	"errors"
	"fmt"
	"log"
	"maps"
	"reflect"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var handlers = map[string]func(string) string{}

// Upper case.
func upper(text string) string {
	return strings.ToUpper(text)
}

func reverseText(text string) string {
	return reverseString(text)
}

func run(name, text string) (string, error) {
	fn := handlers[name]
	if fn == nil {
		return "", errors.New(reprString(name))
	}
	return fmt.Sprintf("%s(%s) = %s", functionName(fn), text, fn(text)), nil
}

var checks = []func(string) bool{
	func(value string) bool { return allRunes(value, unicode.IsDigit) },
	func(value2 string) bool { return allRunes(value2, unicode.IsLetter) },
	func(value3 string) bool { return isUpperText(value3) },
}

func run2() error {
	for _, name := range []string{"up", "rev", "nope"} {
		value2, err := run(name, "abc")
		if err != nil {
			fmt.Println("no handler", err.Error())
		} else {
			fmt.Println(value2)
		}
	}
	for _, word := range []string{"12", "ab", "AB"} {
		result := []bool{}
		for _, check := range checks {
			result = append(result, check(word))
		}
		fmt.Println(word, formatList(result, formatBool))
	}
	parse := func(value string) (int, error) { return strconv.Atoi(strings.TrimSpace(value)) }
	value4, err := parse("7")
	if err != nil {
		return err
	}
	fmt.Println(value4 + 1)
	size := func(value string) (int, error) { return utf8.RuneCountInString(value), nil }
	value5, err := size("hello")
	if err != nil {
		return err
	}
	fmt.Println(value5, formatList(slices.Sorted(maps.Keys(handlers)), reprString))
	return nil
}

func main() {
	handlers["up"] = upper
	handlers["rev"] = reverseText
	if err := run2(); err != nil {
		log.Fatal(err)
	}
}

// allRunes reports whether a text is not empty and all its characters pass a test.
func allRunes(text string, test func(rune) bool) bool {
	for _, r := range text {
		if !test(r) {
			return false
		}
	}
	return text != ""
}

// formatBool writes True or False.
func formatBool(value bool) string {
	if value {
		return "True"
	}
	return "False"
}

// formatList writes a list as Python does.
func formatList[T any](list []T, repr func(T) string) string {
	parts := make([]string, len(list))
	for i, item := range list {
		parts[i] = repr(item)
	}
	return "[" + strings.Join(parts, ", ") + "]"
}

// functionName gives the name of a function of the program, in Python's spelling.
func functionName(function any) string {
	name := runtime.FuncForPC(reflect.ValueOf(function).Pointer()).Name()
	name = name[strings.LastIndex(name, ".")+1:]
	name = regexp.MustCompile("([a-z0-9])([A-Z])").ReplaceAllString(name, "${1}_${2}")
	name = regexp.MustCompile("([A-Z])([A-Z][a-z])").ReplaceAllString(name, "${1}_${2}")
	return strings.ToLower(name)
}

// isUpperText reports whether a text has letters in upper case and none in lower case.
func isUpperText(text string) bool {
	found := false
	for _, r := range text {
		if unicode.IsLower(r) || unicode.IsTitle(r) {
			return false
		}
		found = found || unicode.IsUpper(r)
	}
	return found
}

// reprString writes a string as a Python literal.
func reprString(text string) string {
	quote := "'"
	if strings.Contains(text, "'") && !strings.Contains(text, "\"") {
		quote = "\""
	}
	var literal strings.Builder
	literal.WriteString(quote)
	for _, r := range text {
		switch {
		case string(r) == quote || r == '\\':
			literal.WriteString("\\" + string(r))
		case r == '\n':
			literal.WriteString("\\n")
		case r == '\r':
			literal.WriteString("\\r")
		case r == '\t':
			literal.WriteString("\\t")
		case unicode.IsPrint(r):
			literal.WriteRune(r)
		case r < 0x100:
			fmt.Fprintf(&literal, "\\x%02x", r)
		case r < 0x10000:
			fmt.Fprintf(&literal, "\\u%04x", r)
		default:
			fmt.Fprintf(&literal, "\\U%08x", r)
		}
	}
	return literal.String() + quote
}

// reverseString gives the characters of the text, last one first.
func reverseString(text string) string {
	runes := []rune(text)
	slices.Reverse(runes)
	return string(runes)
}
