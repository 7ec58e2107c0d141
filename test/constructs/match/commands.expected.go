package main

func Answer(command string) string {
	switch command {
	case "start", "run":
		return "running"
	case "stop":
		return "stopped"
	default:
		return "unknown"
	}
}
