// Command jobqueue runs jobs by priority and tries those that fail again.
package main

import (
	"container/heap"
	"errors"
	"fmt"
)

// Status says how far a job has come.
type Status int

const (
	Waiting Status = iota
	Done
	Failed
)

func (s Status) String() string {
	switch s {
	case Waiting:
		return "waiting"
	case Done:
		return "done"
	default:
		return "failed"
	}
}

const maxAttempts = 3

// ErrBusy tells that a job may succeed when it is tried again.
var ErrBusy = errors.New("server is busy")

// Job is one piece of work.
type Job struct {
	Name     string
	Priority int
	Status   Status
	attempts int
	number   int
}

// jobHeap has the most urgent job first, and of equally urgent ones the older.
type jobHeap []*Job

func (h jobHeap) Len() int { return len(h) }

func (h jobHeap) Less(i, j int) bool {
	if h[i].Priority != h[j].Priority {
		return h[i].Priority > h[j].Priority
	}
	return h[i].number < h[j].number
}

func (h jobHeap) Swap(i, j int) { h[i], h[j] = h[j], h[i] }

func (h *jobHeap) Push(x any) { *h = append(*h, x.(*Job)) }

func (h *jobHeap) Pop() any {
	old := *h
	last := old[len(old)-1]
	*h = old[:len(old)-1]
	return last
}

// Queue gives out jobs by priority.
type Queue struct {
	jobs jobHeap
	next int
}

// Add puts a job into the queue.
func (q *Queue) Add(job *Job) {
	job.number = q.next
	q.next++
	heap.Push(&q.jobs, job)
}

// Take removes the most urgent job.
func (q *Queue) Take() *Job {
	return heap.Pop(&q.jobs).(*Job)
}

// Empty tells whether nothing is waiting.
func (q *Queue) Empty() bool {
	return q.jobs.Len() == 0
}

// run stands for the work itself.
func run(job *Job) error {
	switch {
	case job.Name == "import":
		return fmt.Errorf("import orders: %w", ErrBusy)
	case job.Name == "mail" && job.attempts < 2:
		return ErrBusy
	case job.Name == "backup":
		return errors.New("disk full")
	}
	return nil
}

func drain(queue *Queue) []*Job {
	var finished []*Job
	for !queue.Empty() {
		job := queue.Take()
		job.attempts++
		if err := run(job); err != nil {
			fmt.Printf("%s, attempt %d: %v\n", job.Name, job.attempts, err)
			if errors.Is(err, ErrBusy) && job.attempts < maxAttempts {
				queue.Add(job)
				continue
			}
			job.Status = Failed
		} else {
			job.Status = Done
		}
		finished = append(finished, job)
	}
	return finished
}

func main() {
	queue := &Queue{}
	queue.Add(&Job{Name: "mail", Priority: 1})
	queue.Add(&Job{Name: "report", Priority: 5})
	queue.Add(&Job{Name: "import", Priority: 3})
	queue.Add(&Job{Name: "backup", Priority: 1})

	for _, job := range drain(queue) {
		fmt.Printf("%-7s %s\n", job.Name, job.Status)
	}
}
