import { defineHelper } from "../../lowering/helper.ts";

export default defineHelper({
  name: "webSocket",
  language: "go",
  source: `// webSocket is a connection that stays open for messages both ways. While it waits for one, other handlers have their turn.
type webSocket struct {
	c    *gin.Context
	conn *websocket.Conn
}

// Accept completes the handshake.
func (w *webSocket) Accept() error {
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	conn, err := upgrader.Upgrade(w.c.Writer, w.c.Request, nil)
	w.conn = conn
	return err
}

// ReceiveText waits for a message.
func (w *webSocket) ReceiveText() (string, error) {
	turn.Unlock()
	_, data, err := w.conn.ReadMessage()
	turn.Lock()
	if err != nil {
		return "", &WebSocketDisconnect{Message: err.Error()}
	}
	return string(data), nil
}

// ReceiveJSON waits for a message that is JSON.
func (w *webSocket) ReceiveJSON() (any, error) {
	text, err := w.ReceiveText()
	if err != nil {
		return nil, err
	}
	return parseJSON(text)
}

// SendText sends a message.
func (w *webSocket) SendText(text string) error {
	if err := w.conn.WriteMessage(websocket.TextMessage, []byte(text)); err != nil {
		return &WebSocketDisconnect{Message: err.Error()}
	}
	return nil
}

// SendJSON sends a value as JSON.
func (w *webSocket) SendJSON(value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return w.SendText(string(data))
}

// Close ends the connection, or declines it where it was not accepted.
func (w *webSocket) Close(code int) error {
	if w.conn == nil {
		w.c.AbortWithStatus(http.StatusForbidden)
		return nil
	}
	message := websocket.FormatCloseMessage(code, "")
	w.conn.WriteControl(websocket.CloseMessage, message, time.Now().Add(time.Second))
	return w.conn.Close()
}

// serveSocket answers a request by a handler that takes a connection.
func serveSocket(c *gin.Context, handle func(*webSocket) error) {
	socket := &webSocket{c: c}
	code := websocket.CloseNormalClosure
	if err := handle(socket); err != nil {
		log.Println(err)
		code = websocket.CloseInternalServerErr
	}
	socket.Close(code)
}`,
  uses: ["oneAtATime", "WebSocketDisconnect", "parseJSON"],
  imports: ["encoding/json", "log", "net/http", "time", "github.com/gin-gonic/gin", "github.com/gorilla/websocket"],
});
