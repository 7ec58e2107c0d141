import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "asyncSemaphore",
  language: "go",
  source: `// asyncSemaphore lets a number of tasks through, the others wait in order.
type asyncSemaphore struct {
	free    int
	waiting []*asyncFuture
}

func (s *asyncSemaphore) acquire() error {
	if s.free > 0 && len(s.waiting) == 0 {
		s.free--
		return nil
	}
	turn := &asyncFuture{}
	s.waiting = append(s.waiting, turn)
	if err := turn.wait(); err != nil {
		if turn.err == nil {
			s.release()
		}
		s.waiting = slices.DeleteFunc(s.waiting, func(other *asyncFuture) bool { return other == turn })
		return err
	}
	return nil
}

func (s *asyncSemaphore) release() {
	s.free++
	for s.free > 0 && len(s.waiting) > 0 {
		turn := s.waiting[0]
		s.waiting = s.waiting[1:]
		if !turn.done {
			s.free--
			turn.finish(nil)
		}
	}
}`,
  uses: ["asyncEventLoop"],
  imports: ["slices"],
});
