// Multiple bases, notes, re-raise, else/finally, nested functions.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type ServiceError struct {
	Retryable bool
	Message   string
}

var serviceErrorRetryable = false

func (s *ServiceError) Error() string {
	return s.Message
}

type TransientError struct {
	ServiceError
}

var transientErrorRetryable = true

// As finds the ServiceError that a TransientError is.
func (t *TransientError) As(target any) bool {
	if base, ok := target.(**ServiceError); ok {
		*base = &t.ServiceError
		return true
	}
	return false
}

type NotFoundError struct {
	ServiceError
	Key string
}

func NewNotFoundError(key string) *NotFoundError {
	return &NotFoundError{
		ServiceError: ServiceError{Retryable: serviceErrorRetryable, Message: key},
		Key:          key,
	}
}

func (n *NotFoundError) Error() string {
	return n.Key + " is missing"
}

// As finds the ServiceError and the KeyError that a NotFoundError is.
func (n *NotFoundError) As(target any) bool {
	if base, ok := target.(**ServiceError); ok {
		*base = &n.ServiceError
		return true
	}
	if base, ok := target.(**KeyError); ok {
		*base = &KeyError{Message: n.Error()}
		return true
	}
	return false
}

type Unavailable struct {
	TransientError
}

// As finds the TransientError and the ConnectionError that a Unavailable is.
func (u *Unavailable) As(target any) bool {
	if base, ok := target.(**TransientError); ok {
		*base = &u.TransientError
		return true
	}
	if base, ok := target.(**ConnectionError); ok {
		*base = &ConnectionError{Message: u.Error()}
		return true
	}
	return u.TransientError.As(target)
}

func attempt(n int) (int, error) {
	if n == 0 {
		return 0, &Unavailable{
			TransientError: TransientError{
				ServiceError: ServiceError{Retryable: transientErrorRetryable, Message: "down"},
			},
		}
	}
	if n == 1 {
		return 0, NewNotFoundError("k1")
	}
	if n == 2 {
		return 0, &ServiceError{Retryable: serviceErrorRetryable, Message: "generic"}
	}
	return n * 10, nil
}

func call(n, retries int) (int, error) {
	var last error
	for i := range retries {
		result, err := attempt(n)
		if err != nil {
			exc, _ := asError[*ServiceError](err)
			last = err
			if !exc.Retryable {
				break
			}
			fmt.Println("retry", i+1, err.Error())
		} else {
			return result, nil
		}
	}
	return 0, withCause(&RuntimeError{Message: fmt.Sprintf("gave up after %d", n)}, last)
}

func main() {
	for n := range 4 {
		func() {
			defer func() {
				fmt.Println("done", n)
			}()
			result, err := call(n, 2)
			if err != nil {
				cause := errors.Unwrap(err)
				value2 := err.Error()
				value3 := exceptionName(cause)
				text := "None"
				if cause != nil {
					text = cause.Error()
				}
				fmt.Println(
					value2,
					"<-",
					value3,
					text,
					formatBool(isError[*KeyError](cause)),
					formatBool(isError[*ConnectionError](cause)),
				)
			} else {
				fmt.Println("ok", result)
			}
		}()
	}
}

// ConnectionError reports a connection that failed.
type ConnectionError struct {
	Message string
}

func (e *ConnectionError) Error() string {
	return e.Message
}

// KeyError reports a key that is missing.
type KeyError struct {
	Message string
}

func (e *KeyError) Error() string {
	return e.Message
}

// RuntimeError reports a failure while running.
type RuntimeError struct {
	Message string
}

func (e *RuntimeError) Error() string {
	return e.Message
}

// asError finds a T in err itself, as Python's except does: not among the errors that caused it.
func asError[T error](err error) (T, bool) {
	if own, ok := err.(T); ok {
		return own, true
	}
	var target T
	holder, ok := err.(interface{ As(any) bool })
	found := ok && holder.As(&target)
	return target, found
}

// exceptionName gives the name of the type of err, without its package.
func exceptionName(err error) string {
	if wrapped, ok := err.(interface{ plain() error }); ok {
		return exceptionName(wrapped.plain())
	}
	name := fmt.Sprintf("%T", err)
	return name[strings.LastIndex(name, ".")+1:]
}

// formatBool writes True or False.
func formatBool(value bool) string {
	if value {
		return "True"
	}
	return "False"
}

// isError reports whether err is a T, the errors that caused it aside.
func isError[T error](err error) bool {
	_, ok := asError[T](err)
	return ok
}

// causedError is an error that keeps the error that led to it; its message is its own.
type causedError struct {
	error
	cause error
}

// As finds the error itself, without the one that caused it.
func (e *causedError) As(target any) bool {
	return errors.As(e.error, target)
}

// Unwrap gives the cause.
func (e *causedError) Unwrap() error {
	return e.cause
}

// plain gives the error itself.
func (e *causedError) plain() error {
	return e.error
}

// withCause gives err, which was caused by cause.
func withCause(err, cause error) error {
	return &causedError{err, cause}
}
