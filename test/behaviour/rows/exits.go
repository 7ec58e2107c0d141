// ends with a failure
package main

import (
	"errors"
	"fmt"
	"log"
)

func main() {
	fmt.Println("first")
	log.Fatal(errors.New("wrong"))
}
// --- another program
// ends with a failure
package main

import (
	"fmt"
	"log"
)

func main() {
	fmt.Println("first")
	log.Fatal("wrong")
}
