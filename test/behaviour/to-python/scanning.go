package main

import "fmt"

type Cmd struct {
	Name string
	X, Y int
	F    float64
}

func parse(line string) (Cmd, error) {
	var c Cmd
	_, err := fmt.Sscanf(line, "%s %d,%d %f", &c.Name, &c.X, &c.Y, &c.F)
	if err != nil {
		return Cmd{}, fmt.Errorf("parse %q %w", line, err)
	}
	return c, nil
}

func main() {
	c, err := parse("move 3,-4 2.5")
	fmt.Println(c, err)
	_, err = parse("move x,1 2")
	fmt.Println(err)
	var a, b int
	n, err := fmt.Sscan("10 20", &a, &b)
	fmt.Println(n, err, a+b)
	var v int
	if _, err := fmt.Sscanf("zz", "%d", &v); err != nil {
		fmt.Println("bad", v)
	}
}
