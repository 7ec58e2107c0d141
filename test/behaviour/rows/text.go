package main

import (
	"errors"
	"fmt"
	"log"
	"log/slog"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

func kinds(s string) {
	fmt.Println(strings.IndexFunc(s, unicode.IsDigit), strings.ContainsFunc(s, unicode.IsUpper))
	for part := range strings.SplitSeq(s, ",") {
		fmt.Print(part, ";")
	}
	for part := range strings.FieldsSeq(s) {
		fmt.Print(part, "|")
	}
	for line := range strings.Lines(s) {
		fmt.Printf("%q ", line)
	}
	fmt.Println(utf8.RuneCount([]byte(s)))
}

func numbers(x float64, n uint64) {
	fmt.Println(strconv.FormatFloat(x, 'f', 2, 64), strconv.FormatFloat(x, 'e', 3, 64), strconv.FormatFloat(x, 'f', 0, 64))
	fmt.Println(strconv.FormatUint(n, 10), strconv.FormatUint(n, 16), strconv.FormatUint(n, 2))
}

func patterns(s string) {
	fmt.Println(regexp.MustCompile(`[,;]\s*`).Split(s, -1))
	found, err := regexp.MatchString(`^\w+`, s)
	fmt.Println(found, err == nil)
	word, err := regexp.Compile(`([a-z]+)([0-9]*)`)
	if err != nil {
		fmt.Println("no pattern")
		return
	}
	fmt.Println(word.String(), word.NumSubexp(), word.MatchString(s), word.FindString(s), word.FindAllString(s, -1))
	fmt.Println(word.FindAllStringSubmatch(s, -1), word.ReplaceAllLiteralString(s, `<$1\1>`))
}

func searching(xs []int, x int) {
	at := sort.Search(len(xs), func(i int) bool { return xs[i] >= x })
	fmt.Println(at, slices.IndexFunc(xs, func(y int) bool { return y > x }))
}

func tables() {
	first := map[string]int{"a": 1, "b": 2}
	second := maps.Clone(first)
	second["c"] = 3
	maps.Copy(first, map[string]int{"b": 5, "d": 6})
	fmt.Println(len(first), len(second), first["b"], second["b"])
}

func paths(p, q string) {
	folder, name := filepath.Split(p)
	fmt.Println(folder, name, path.Join(p, q), path.Join(p, "..", q))
	folder, name = path.Split(q)
	fmt.Println(folder, name)
}

func logged(err error) {
	log.Println("line")
	log.Print("line")
	slog.Info("info")
	slog.Warn("warn")
	slog.Error("error")
	slog.Debug("debug")
	fmt.Println(err)
}

func main() {
	kinds("Ab1, c d\ne2\n")
	kinds("")
	kinds("x")
	numbers(2.5, 0)
	numbers(-1234.5678, 18446744073709551615)
	numbers(0.125, 255)
	patterns("ab1, cd;e22")
	patterns("")
	patterns("--")
	searching([]int{1, 3, 5}, 3)
	searching([]int{}, 3)
	searching([]int{1}, 9)
	tables()
	paths("a/b.txt", "c")
	paths("/", "x/y/")
	paths("name", "")
	logged(errors.New("nothing"))
}
