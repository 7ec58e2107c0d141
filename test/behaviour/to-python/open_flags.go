package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func add(path, line string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return fmt.Errorf("add: %w", err)
	}
	defer f.Close()
	_, err = f.WriteString(line + "\n")
	return err
}

func write(path string) {
	a, _ := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o644)
	a.WriteString("a")
	a.Close()
	b, _ := os.OpenFile(path, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o644)
	b.WriteString("b")
	b.Close()
	c, _ := os.OpenFile(path, os.O_APPEND|os.O_WRONLY|os.O_CREATE, 0o644)
	c.WriteString("c")
	c.Close()
	d, _ := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o644)
	d.WriteString("d")
	d.Close()
	e, _ := os.OpenFile(path, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	e.WriteString("e")
	e.Close()
}

func overwrite(path string) {
	f, _ := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o644)
	defer f.Close()
	f.WriteString("new")
}

func show(paths []string) error {
	for _, path := range paths {
		f, err := os.OpenFile(path, os.O_RDONLY, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		data, err := io.ReadAll(f)
		if err != nil {
			return err
		}
		fmt.Println(filepath.Base(path), len(data), string(data))
		defer os.Remove(path)
	}
	return nil
}

func main() {
	folder, err := os.MkdirTemp("", "flags")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(folder)
	one, two, three := filepath.Join(folder, "one"), filepath.Join(folder, "two"), filepath.Join(folder, "three")
	if err := add(one, "first"); err != nil {
		panic(err)
	}
	if err := add(one, "second"); err != nil {
		panic(err)
	}
	write(two)
	overwrite(three)
	if err := show([]string{one, two, three}); err != nil {
		panic(err)
	}
	left, err := os.ReadDir(folder)
	fmt.Println(len(left), err == nil)
}
