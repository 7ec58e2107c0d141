// HTTP-like errors with class attributes.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type AppError struct {
	Status  int
	Code    string
	Message string
	Details map[string]any
	Text    string
}

var appErrorStatus = 500

var appErrorCode = "internal"

func NewAppError(message string, details map[string]any) *AppError {
	return &AppError{
		Status:  appErrorStatus,
		Code:    appErrorCode,
		Message: message,
		Details: details,
		Text:    message,
	}
}

func (a *AppError) Error() string {
	return a.Text
}

func (a *AppError) Describe() string {
	return fmt.Sprintf("[%d/%s] %s", a.Status, a.Code, a.Message)
}

type NotFound struct {
	AppError
	Kind  string
	Ident int
}

var notFoundStatus = 404

var notFoundCode = "not_found"

func NewNotFound(kind string, ident int) *NotFound {
	n := &NotFound{}
	n.AppError = *NewAppError(fmt.Sprintf("%s %d not found", kind, ident), map[string]any{})
	n.Status = notFoundStatus
	n.Code = notFoundCode
	n.Kind = kind
	n.Ident = ident
	return n
}

// As finds the AppError that a NotFound is.
func (n *NotFound) As(target any) bool {
	if base, ok := target.(**AppError); ok {
		*base = &n.AppError
		return true
	}
	return false
}

type Conflict struct {
	AppError
}

var conflictStatus = 409

var conflictCode = "conflict"

// As finds the AppError that a Conflict is.
func (c *Conflict) As(target any) bool {
	if base, ok := target.(**AppError); ok {
		*base = &c.AppError
		return true
	}
	return false
}

func find(ident int) (string, error) {
	if ident > 10 {
		return "", NewNotFound("user", ident)
	}
	if ident < 0 {
		failure := &Conflict{AppError: *NewAppError("negative", map[string]any{})}
		failure.Status = conflictStatus
		failure.Code = conflictCode
		return "", failure
	}
	if ident == 0 {
		return "", NewAppError("zero", map[string]any{})
	}
	return fmt.Sprintf("user-%d", ident), nil
}

func run() {
	for _, ident := range []int{3, 12, -1, 0} {
		value, err := find(ident)
		if err != nil {
			if exc, ok := errors.AsType[*NotFound](err); ok {
				fmt.Println("missing", exc.Ident, exc.Describe())
			} else {
				exc, _ := errors.AsType[*AppError](err)
				fmt.Println(exc.Describe(), exc.Status, exceptionName(err), err.Error())
			}
		} else {
			fmt.Println(value)
		}
	}
}

func main() {
	run()
}

// exceptionName gives the name of the type of err, without its package.
func exceptionName(err error) string {
	if wrapped, ok := err.(interface{ plain() error }); ok {
		return exceptionName(wrapped.plain())
	}
	name := fmt.Sprintf("%T", err)
	return name[strings.LastIndex(name, ".")+1:]
}
