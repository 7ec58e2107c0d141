package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
)

type State int

const (
	Idle State = iota
	Running
	Stopped
)

func (s State) String() string { return [...]string{"idle", "running", "stopped"}[s] }

type Logger interface {
	Logf(format string, args ...any)
}

type memLog struct {
	mu    sync.Mutex
	lines []string
}

func (m *memLog) Logf(format string, args ...any) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.lines = append(m.lines, fmt.Sprintf(format, args...))
}

type Option func(*Server)

func WithWorkers(n int) Option         { return func(s *Server) { s.workers = n } }
func WithLogger(l Logger) Option       { return func(s *Server) { s.log = l } }
func WithHandler(h HandlerFunc) Option { return func(s *Server) { s.handler = h } }

type HandlerFunc func(req string) string

type Middleware func(HandlerFunc) HandlerFunc

func Chain(h HandlerFunc, ms ...Middleware) HandlerFunc {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

type Server struct {
	mu      sync.Mutex
	state   State
	workers int
	log     Logger
	handler HandlerFunc
	reqs    chan request
	quit    chan struct{}
	wg      sync.WaitGroup
	once    sync.Once
	served  map[string]int
}

type request struct {
	body  string
	reply chan<- string
}

func NewServer(opts ...Option) *Server {
	s := &Server{
		workers: 1,
		reqs:    make(chan request),
		quit:    make(chan struct{}),
		served:  map[string]int{},
		handler: func(r string) string { return r },
	}
	for _, o := range opts {
		o(s)
	}
	return s
}

func (s *Server) Start() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.state != Idle {
		return
	}
	s.state = Running
	for i := 0; i < s.workers; i++ {
		s.wg.Add(1)
		go s.loop(i)
	}
}

func (s *Server) loop(id int) {
	defer s.wg.Done()
	for {
		select {
		case r := <-s.reqs:
			out := s.handler(r.body)
			s.mu.Lock()
			s.served[r.body]++
			s.mu.Unlock()
			r.reply <- out
		case <-s.quit:
			if s.log != nil {
				s.log.Logf("worker %d of %d stopped", id, s.workers)
			}
			return
		}
	}
}

func (s *Server) Do(body string, timeout time.Duration) (string, error) {
	reply := make(chan string, 1)
	select {
	case s.reqs <- request{body, reply}:
	case <-time.After(timeout):
		return "", fmt.Errorf("request %q: queue timeout after %v", body, timeout)
	case <-s.quit:
		return "", fmt.Errorf("request %q: server stopped", body)
	}
	return <-reply, nil
}

func (s *Server) Stop() {
	s.once.Do(func() {
		close(s.quit)
		s.wg.Wait()
		s.mu.Lock()
		s.state = Stopped
		s.mu.Unlock()
	})
}

func (s *Server) State() State {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.state
}

func main() {
	log := &memLog{}
	upper := func(next HandlerFunc) HandlerFunc {
		return func(r string) string { return strings.ToUpper(next(r)) }
	}
	tag := func(t string) Middleware {
		return func(next HandlerFunc) HandlerFunc {
			return func(r string) string { return "<" + t + ">" + next(r) + "</" + t + ">" }
		}
	}
	s := NewServer(WithWorkers(2), WithLogger(log), WithHandler(Chain(func(r string) string { return "hi " + r }, tag("b"), upper)))
	fmt.Println(s.State())
	if _, err := s.Do("early", 2*time.Millisecond); err != nil {
		fmt.Fprintln(os.Stderr, err)
		fmt.Println("error:", err)
	}
	s.Start()
	s.Start()
	for _, name := range []string{"ann", "bob", "ann"} {
		out, err := s.Do(name, time.Second)
		fmt.Println(out, err)
	}
	fmt.Printf("%v %d\n", s.State(), s.served["ann"])
	s.Stop()
	s.Stop()
	_, err := s.Do("late", time.Second)
	fmt.Println(err)
	fmt.Println(s.State(), len(log.lines))

	var cond = sync.NewCond(&sync.Mutex{})
	ready := false
	go func() {
		time.Sleep(time.Millisecond)
		cond.L.Lock()
		ready = true
		cond.L.Unlock()
		cond.Signal()
	}()
	cond.L.Lock()
	for !ready {
		cond.Wait()
	}
	cond.L.Unlock()
	fmt.Println("ready", ready)

	sem := make(chan struct{}, 2)
	var wg sync.WaitGroup
	var mu sync.Mutex
	cur, peak := 0, 0
	for i := 0; i < 5; i++ {
		wg.Add(1)
		sem <- struct{}{}
		go func() {
			defer func() { <-sem; wg.Done() }()
			mu.Lock()
			cur++
			peak = max(peak, cur)
			mu.Unlock()
			time.Sleep(time.Millisecond)
			mu.Lock()
			cur--
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println("peak", peak)
	done := make(chan struct{})
	data := make(chan int)
	go func() {
		defer close(done)
		for v := range data {
			fmt.Println("got", v)
		}
	}()
	for i := range 3 {
		data <- i
	}
	close(data)
	<-done
	timer := time.AfterFunc(time.Hour, func() { fmt.Println("never") })
	fmt.Println("stopped", timer.Stop())
}
