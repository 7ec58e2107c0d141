package main

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

func machine() {
	host, err := os.Hostname()
	fmt.Println(len(host) > 0, err == nil, os.Getpid() > 0, os.Getppid() >= 0, os.Getuid() >= 0, os.Getgid() >= 0)
	fmt.Println(runtime.NumCPU() > 0, runtime.NumGoroutine() > 0, len(runtime.Version()) > 0, len(os.Args))
	runtime.GC()
}

func environment() {
	os.Setenv("INTERLINEAR_ROW", "one")
	value, found := os.LookupEnv("INTERLINEAR_ROW")
	fmt.Println(value, found, os.Getenv("INTERLINEAR_ROW"))
	count := 0
	for _, line := range os.Environ() {
		if strings.HasPrefix(line, "INTERLINEAR_ROW=") {
			count++
		}
	}
	os.Unsetenv("INTERLINEAR_ROW")
	value, found = os.LookupEnv("INTERLINEAR_ROW")
	fmt.Println(count, value == "", found)
}

func programs() {
	out, err := exec.Command("echo", "a", "b c").Output()
	if err != nil {
		fmt.Println("no output")
		return
	}
	fmt.Println(strings.TrimSpace(string(out)))
	if err := exec.Command("true").Run(); err != nil {
		fmt.Println("failed")
	}
	if err := exec.Command("false").Run(); err != nil {
		fmt.Println("failed as it should")
	}
	path, err := exec.LookPath("sh")
	if err != nil {
		fmt.Println("no shell")
		return
	}
	fmt.Println(strings.HasSuffix(path, "/sh"))
}

func main() {
	machine()
	environment()
	programs()
}
