// input: "one\ntwo\n"
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
)

func build(words []string) string {
	var buffer bytes.Buffer
	buffer.Grow(64)
	for _, word := range words {
		buffer.WriteString(word)
		buffer.WriteByte('-')
		buffer.WriteRune('é')
		buffer.Write([]byte("+"))
	}
	fmt.Println(buffer.Len(), len(buffer.Bytes()), buffer.String())
	buffer.Reset()
	buffer.WriteString("again")
	return buffer.String()
}

func builder(words []string) string {
	var out strings.Builder
	out.Grow(10)
	out.WriteString("gone")
	out.Reset()
	for _, word := range words {
		out.WriteString(word)
		out.WriteRune('é')
		out.WriteByte(';')
	}
	fmt.Println(out.Len())
	return out.String()
}

func filled() {
	first := bytes.NewBufferString("one ")
	first.WriteString("two")
	second := bytes.NewBuffer([]byte("three "))
	second.WriteString("four")
	fmt.Println(first.String(), second.String())
}

func written(words []string) {
	out := bufio.NewWriterSize(os.Stdout, 4096)
	defer out.Flush()
	for _, word := range words {
		out.WriteString(word)
		out.WriteByte(' ')
		out.WriteRune('ü')
		out.Write([]byte("\n"))
	}
	fmt.Fprintln(os.Stderr, "aside")
}

func scanned(text string) {
	scanner := bufio.NewScanner(strings.NewReader(text))
	scanner.Buffer(make([]byte, 1024), 1<<20)
	scanner.Split(bufio.ScanLines)
	for scanner.Scan() {
		fmt.Println(len(scanner.Bytes()), scanner.Text())
	}
	letters := bufio.NewScanner(strings.NewReader(text))
	letters.Split(bufio.ScanRunes)
	count := 0
	for letters.Scan() {
		count++
	}
	fmt.Println(count)
}

func aside(loud bool) io.Writer {
	if loud {
		return os.Stdout
	}
	return os.Stderr
}

func input() {
	scanner := bufio.NewScanner(os.Stdin)
	lines := 0
	for scanner.Scan() {
		lines++
	}
	fmt.Println(lines)
}

func main() {
	fmt.Println(build([]string{"a", "bc"}))
	fmt.Println(build(nil))
	fmt.Println(builder([]string{"x", "yz"}))
	filled()
	written([]string{"one", "two"})
	scanned("first\nsecönd\n\nlast")
	scanned("")
	fmt.Fprintln(aside(true), "shown")
	fmt.Fprintln(aside(false), "aside")
	input()
}
