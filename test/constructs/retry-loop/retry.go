package main

import "time"

func retry(attempts int, work func() error) error {
	var err error
	for range attempts {
		err = work()
		if err == nil {
			return nil
		}
		time.Sleep(100 * time.Millisecond)
	}
	return err
}
