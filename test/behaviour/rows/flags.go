package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"
)

var level = flag.Int("level", 3, "how much to say")

type options struct {
	string   string
	int      int
	int64    int64
	uint     uint
	uint64   uint64
	float64  float64
	bool     bool
	duration time.Duration
	tags     []string
	count    int
}

func readGlobal() {
	var o options
	stringValue := flag.String("string", "s", "a value")
	flag.StringVar(&o.string, "own-string", "s", "another value")
	intValue := flag.Int("int", 1, "a value")
	flag.IntVar(&o.int, "own-int", 1, "another value")
	int64Value := flag.Int64("int64", 2, "a value")
	flag.Int64Var(&o.int64, "own-int64", 2, "another value")
	uintValue := flag.Uint("uint", 3, "a value")
	flag.UintVar(&o.uint, "own-uint", 3, "another value")
	uint64Value := flag.Uint64("uint64", 4, "a value")
	flag.Uint64Var(&o.uint64, "own-uint64", 4, "another value")
	float64Value := flag.Float64("float64", 1.5, "a value")
	flag.Float64Var(&o.float64, "own-float64", 1.5, "another value")
	boolValue := flag.Bool("bool", false, "a value")
	flag.BoolVar(&o.bool, "own-bool", false, "another value")
	durationValue := flag.Duration("duration", time.Second, "a value")
	flag.DurationVar(&o.duration, "own-duration", time.Second, "another value")
	flag.Func("tag", "a tag", func(text string) error {
		o.tags = append(o.tags, text)
		return nil
	})
	flag.BoolFunc("more", "say more", func(string) error {
		o.count++
		return nil
	})
	flag.Parse()
	if flag.NArg() > 7 {
		flag.Usage()
		flag.PrintDefaults()
		os.Exit(2)
	}
	fmt.Println(*stringValue, o.string, *intValue, o.int, *int64Value, o.int64, *uintValue, o.uint, *uint64Value, o.uint64, *float64Value, o.float64, *boolValue, o.bool, *durationValue, o.duration)
	fmt.Println(o.tags, o.count, *level, flag.Args(), flag.NArg(), flag.NFlag(), flag.Arg(0) == "")
	flag.CommandLine.Usage()
}

func read(args []string) error {
	var o options
	flags := flag.NewFlagSet("read", flag.ContinueOnError)
	stringValue := flags.String("string", "s", "a value")
	flags.StringVar(&o.string, "own-string", "s", "another value")
	intValue := flags.Int("int", 1, "a value")
	flags.IntVar(&o.int, "own-int", 1, "another value")
	int64Value := flags.Int64("int64", 2, "a value")
	flags.Int64Var(&o.int64, "own-int64", 2, "another value")
	uintValue := flags.Uint("uint", 3, "a value")
	flags.UintVar(&o.uint, "own-uint", 3, "another value")
	uint64Value := flags.Uint64("uint64", 4, "a value")
	flags.Uint64Var(&o.uint64, "own-uint64", 4, "another value")
	float64Value := flags.Float64("float64", 1.5, "a value")
	flags.Float64Var(&o.float64, "own-float64", 1.5, "another value")
	boolValue := flags.Bool("bool", false, "a value")
	flags.BoolVar(&o.bool, "own-bool", false, "another value")
	durationValue := flags.Duration("duration", time.Second, "a value")
	flags.DurationVar(&o.duration, "own-duration", time.Second, "another value")
	flags.Func("tag", "a tag", func(text string) error {
		if text == "" {
			return errors.New("a tag is missing")
		}
		o.tags = append(o.tags, text)
		return nil
	})
	flags.BoolFunc("more", "say more", func(string) error {
		o.count++
		return nil
	})
	if err := flags.Parse(args); err != nil {
		flags.Usage()
		return err
	}
	fmt.Println(*stringValue, o.string, *intValue, o.int, *int64Value, o.int64, *uintValue, o.uint, *uint64Value, o.uint64, *float64Value, o.float64, *boolValue, o.bool, *durationValue, o.duration)
	fmt.Println(o.tags, o.count, flags.Name(), flags.Args(), flags.NArg(), flags.NFlag(), flags.Arg(0), flags.Arg(9) == "")
	if flags.NArg() > 5 {
		flags.PrintDefaults()
	}
	return nil
}

func main() {
	readGlobal()
	for _, line := range []string{
		"",
		"-string x --int=5 -int64 0x10 -uint 7 -uint64=8 -float64 .5 -bool -duration 1m30s a -b",
		"-own-string x -own-int -5 -own-bool=false -own-duration=2h -tag a --tag=b -more -more -- -c d",
		"-int x", "-tag=", "-unknown", "-int", "-bool=maybe", "---x",
	} {
		if err := read(strings.Fields(line)); err != nil {
			fmt.Println("error:", err)
		}
	}
	exits := flag.NewFlagSet("exits", flag.ExitOnError)
	if err := exits.Parse([]string{"x"}); err == nil {
		fmt.Println(exits.Args())
	}
}
