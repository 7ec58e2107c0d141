package main

import (
	"fmt"
	"net/url"
)

func show(raw string) error {
	u, err := url.Parse(raw)
	if err != nil {
		return err
	}
	fmt.Println(u.Scheme, u.Hostname(), u.Port(), u.Path, u.RawQuery, u.Fragment, u.String())
	values := u.Query()
	values.Set("new", "v 1")
	values.Add("new", "v&2")
	values.Set("x", "changed")
	fmt.Println(values.Get("new"), values.Get("none") == "", values.Has("x"), values.Has("none"), values.Encode())
	return nil
}

func read(text string) {
	values, err := url.ParseQuery(text)
	if err != nil {
		fmt.Println("no query")
		return
	}
	fmt.Println(values.Get("a"), len(values["a"]), values.Has("b"))
}

func decode(b []byte) string {
	return string(b)
}

func main() {
	for _, raw := range []string{"https://example.org:80/a/c?x=1&y=a+b#top%20x", "/only/path", "http://[::1]/"} {
		if err := show(raw); err != nil {
			fmt.Println("no address")
		}
	}
	read("a=1&b=x+y&a=%C3%A9")
	read("")
	fmt.Println(decode([]byte("héllo")))
}
