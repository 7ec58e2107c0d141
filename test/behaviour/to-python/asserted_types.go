package main

import (
	"errors"
	"fmt"
)

type Shape interface{ Area() float64 }
type Sq struct{ S float64 }

func (s Sq) Area() float64 { return s.S * s.S }

type Ci struct{ R float64 }

func (c *Ci) Area() float64 { return c.R }

type box struct{ p *Sq }

func attempt(f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered:", r)
		}
	}()
	f()
}

func main() {
	var x any = "text"
	attempt(func() { fmt.Println(x.(int)) })
	x = 2.5
	attempt(func() { fmt.Println(x.(int)) })
	x = nil
	attempt(func() { fmt.Println(x.(string)) })
	var s Shape = &Ci{2}
	attempt(func() { fmt.Println(s.(*Ci).R) })
	var e error = errors.New("plain")
	fmt.Println(e)
	var b box
	fmt.Println(b.p)
	b.p = &Sq{1}
	fmt.Println(b.p)
}
