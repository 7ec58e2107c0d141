package sample

func statusText(code int) string {
	switch {
	case code < 300:
		return "ok"
	case code == 404:
		return "not found"
	case code >= 500:
		return "server error"
	default:
		return "client error"
	}
}
