package main

import "fmt"

type Config struct {
	list []string
	dict map[string]int
	int  int
	more []int
	Type string
}

func main() {
	c := Config{list: []string{"a"}, Type: "x"}
	c.more = append(c.more, 1)
	c.dict = map[string]int{"k": 1}
	c.int++
	fmt.Println(c.list, c.dict, c.int, c.more, c.Type)
	fmt.Printf("%+v\n", c)
}
