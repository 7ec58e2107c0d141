package job

// State says how far a job is.
type State int

const (
	Pending State = iota
	Running
	Done
)

func (s State) String() string {
	switch s {
	case Pending:
		return "pending"
	case Running:
		return "running"
	case Done:
		return "done"
	}
	return "unknown"
}

// Finished reports whether nothing is left to do.
func (s State) Finished() bool {
	return s == Done
}
