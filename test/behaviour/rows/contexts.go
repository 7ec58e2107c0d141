package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func main() {
	base := context.TODO()
	ctx, cancel := context.WithCancelCause(base)
	fmt.Println(context.Cause(ctx))
	cancel(errors.New("closed"))
	fmt.Println(ctx.Err(), context.Cause(ctx))
	_, has := ctx.Deadline()
	fmt.Println(has)
	timed, stop := context.WithTimeout(base, time.Hour)
	defer stop()
	_, has = timed.Deadline()
	fmt.Println(has)
}
