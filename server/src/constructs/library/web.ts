import { defineLibrary, toGo } from "../../lowering/library/row.ts";

const socket = { w: "fastapi.WebSocket" };
const fails = { fails: ["WebSocketDisconnect"] };

const statuses: Readonly<Record<string, string>> = {
  HTTP_200_OK: "StatusOK",
  HTTP_201_CREATED: "StatusCreated",
  HTTP_202_ACCEPTED: "StatusAccepted",
  HTTP_204_NO_CONTENT: "StatusNoContent",
  HTTP_400_BAD_REQUEST: "StatusBadRequest",
  HTTP_401_UNAUTHORIZED: "StatusUnauthorized",
  HTTP_403_FORBIDDEN: "StatusForbidden",
  HTTP_404_NOT_FOUND: "StatusNotFound",
  HTTP_409_CONFLICT: "StatusConflict",
  HTTP_410_GONE: "StatusGone",
  HTTP_422_UNPROCESSABLE_ENTITY: "StatusUnprocessableEntity",
  HTTP_422_UNPROCESSABLE_CONTENT: "StatusUnprocessableEntity",
  HTTP_429_TOO_MANY_REQUESTS: "StatusTooManyRequests",
  HTTP_500_INTERNAL_SERVER_ERROR: "StatusInternalServerError",
  HTTP_503_SERVICE_UNAVAILABLE: "StatusServiceUnavailable",
};

const statusRows = Object.entries(statuses).map(([python, go]) => toGo(`fastapi.status.${python}`, `http.${go}`));

export default defineLibrary({
  id: "web",
  title: "Web applications: fastapi / package gin",
  types: [
    { python: "fastapi.FastAPI", go: "gin.Engine", pointer: true, only: "python-to-go" },
    { python: "fastapi.Request", go: "gin.Context", pointer: true, only: "python-to-go" },
    { python: "fastapi.responses.JSONResponse", go: ".jsonResponse", pointer: true, only: "python-to-go" },
    { python: "fastapi.WebSocket", go: ".webSocket", pointer: true, only: "python-to-go" },
    { python: "fastapi.APIRouter", go: "gin.RouterGroup", pointer: true, only: "python-to-go" },
  ],
  rows: [
    toGo("fastapi.responses.JSONResponse(status_code=$s, content=$b)", "@newJSONResponse($s, $b)", { s: "int" }),
    toGo("fastapi.responses.JSONResponse(content=$b)", "@newJSONResponse(200, $b)"),
    toGo("$r.method", "$r.Request.Method", { r: "fastapi.Request" }),
    toGo("$w.accept()", "$w.Accept()", { ...socket, result: "None" }, [], fails),
    toGo("$w.receive_text()", "$w.ReceiveText()", socket, [], fails),
    toGo("$w.receive_json()", "$w.ReceiveJSON()", socket, [], fails),
    toGo("$w.send_text($s)", "$w.SendText($s)", { ...socket, s: "str", result: "None" }, [], fails),
    toGo("$w.send_json($v)", "$w.SendJSON($v)", { ...socket, result: "None" }, [], fails),
    toGo("$w.close()", "$w.Close(1000)", { ...socket, result: "None" }, [], fails),
    toGo("$w.close(code=$n)", "$w.Close($n)", { ...socket, n: "int", result: "None" }, [], fails),
    ...statusRows,
  ],
});
