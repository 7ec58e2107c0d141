package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"
)

func write(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	if _, err := file.WriteString("héllo\n"); err != nil {
		return err
	}
	if _, err := io.WriteString(file, "wörld\n"); err != nil {
		return err
	}
	fmt.Println(file.Name() == path)
	return file.Sync()
}

func writeBytes(path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = file.Write([]byte("raw\n"))
	return err
}

func read(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	data, err := io.ReadAll(file)
	return string(data), err
}

func list(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	count := 0
	for _, entry := range entries {
		if entry.IsDir() {
			count++
		}
		if entry.Name() == "text" {
			fmt.Println("text is there")
		}
	}
	fmt.Println(len(entries), count)
	return nil
}

func describe(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	fmt.Println(info.Size() > 0, info.IsDir(), time.Since(info.ModTime()) < time.Hour)
	other, err := os.Lstat(path)
	if err != nil {
		return err
	}
	fmt.Println(other.IsDir())
	return nil
}

func change(folder string) error {
	first, second := filepath.Join(folder, "text"), filepath.Join(folder, "other")
	if err := os.Rename(first, second); err != nil {
		return err
	}
	if err := os.Symlink(second, first); err != nil {
		return err
	}
	target, err := os.Readlink(first)
	if err != nil {
		return err
	}
	fmt.Println(target == second)
	if err := os.Link(second, filepath.Join(folder, "hard")); err != nil {
		return err
	}
	if err := os.Chmod(second, 0o600); err != nil {
		return err
	}
	before, err := os.Getwd()
	if err != nil {
		return err
	}
	if err := os.Chdir(folder); err != nil {
		return err
	}
	return os.Chdir(before)
}

func kind(err error) string {
	switch {
	case os.IsNotExist(err):
		return "missing"
	case os.IsExist(err):
		return "exists"
	case os.IsPermission(err):
		return "forbidden"
	}
	return "other"
}

func run() error {
	folder, err := os.MkdirTemp("", "rows-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	if err := os.Mkdir(filepath.Join(folder, "one"), 0o755); err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Join(folder, "two", "three"), 0o755); err != nil {
		return err
	}
	err = os.Mkdir(filepath.Join(folder, "one"), 0o755)
	fmt.Println(kind(err))
	err = os.Remove(filepath.Join(folder, "none"))
	fmt.Println(kind(err))
	path := filepath.Join(folder, "text")
	if err := write(path); err != nil {
		return err
	}
	text, err := read(path)
	if err != nil {
		return err
	}
	fmt.Println(text)
	if err := list(folder); err != nil {
		return err
	}
	if err := describe(path); err != nil {
		return err
	}
	if err := change(folder); err != nil {
		return err
	}
	if err := writeBytes(path); err != nil {
		return err
	}
	if text, err = read(path); err != nil {
		return err
	}
	fmt.Println(text)
	_, err = read(filepath.Join(folder, "none"))
	fmt.Println(kind(err))
	home, err := os.UserHomeDir()
	if err != nil {
		return err
	}
	fmt.Println(home != "")
	return nil
}

func main() {
	if err := run(); err != nil {
		fmt.Println("failed:", err)
	}
}
