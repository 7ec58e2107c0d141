"""Jobs that clients hand in and workers hear of."""

import os

import uvicorn
from fastapi import FastAPI, HTTPException, Request, WebSocket, WebSocketDisconnect, status
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

app = FastAPI(title="Jobs")


class NewJob(BaseModel):
    kind: str = Field(min_length=3)
    size: int = Field(default=1, ge=1, le=100)


class Job(BaseModel):
    id: int
    kind: str
    size: int
    state: str


class Problem(Exception):
    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


class Retired(Exception):
    pass


jobs: dict[int, Job] = {}


@app.exception_handler(Problem)
async def explain(request: Request, exc: Problem) -> JSONResponse:
    return JSONResponse(content={"reason": exc.reason, "method": request.method}, status_code=exc.code)


@app.exception_handler(Retired)
async def retired(request: Request, exc: Retired) -> JSONResponse:
    return JSONResponse(content={"retired": True})


@app.post("/jobs", status_code=status.HTTP_202_ACCEPTED)
async def hand_in(new: NewJob) -> Job:
    if len(jobs) >= 3:
        raise HTTPException(status_code=status.HTTP_429_TOO_MANY_REQUESTS, detail="the queue is full")
    number = len(jobs) + 1
    jobs[number] = Job(id=number, kind=new.kind, size=new.size, state="waiting")
    return jobs[number]


@app.put("/jobs/{number}", status_code=status.HTTP_201_CREATED)
async def place(number: int, new: NewJob) -> Job:
    if number in jobs:
        raise HTTPException(status_code=status.HTTP_409_CONFLICT, detail="there is a job of this number")
    jobs[number] = Job(id=number, kind=new.kind, size=new.size, state="placed")
    return jobs[number]


@app.get("/jobs/{number}", status_code=status.HTTP_200_OK)
async def read(number: int) -> Job:
    if number not in jobs:
        raise HTTPException(status_code=status.HTTP_404_NOT_FOUND, detail="no such job")
    return jobs[number]


@app.delete("/jobs/{number}", status_code=status.HTTP_204_NO_CONTENT)
async def cancel(number: int) -> None:
    if number not in jobs:
        raise HTTPException(status_code=status.HTTP_410_GONE, detail="that job is gone")
    del jobs[number]


# What workers answer with, by what went wrong.
outcomes: dict[str, int] = {
    "fine": status.HTTP_200_OK,
    "made": status.HTTP_201_CREATED,
    "later": status.HTTP_202_ACCEPTED,
    "input": status.HTTP_400_BAD_REQUEST,
    "entity": status.HTTP_422_UNPROCESSABLE_ENTITY,
    "content": status.HTTP_422_UNPROCESSABLE_CONTENT,
    "crash": status.HTTP_500_INTERNAL_SERVER_ERROR,
    "busy": status.HTTP_503_SERVICE_UNAVAILABLE,
}


@app.get("/outcomes/{name}")
async def outcome(name: str) -> dict[str, str]:
    if name == "retired":
        raise Retired()
    if name == "nothing":
        raise Problem(status.HTTP_204_NO_CONTENT, "nothing")
    if name not in outcomes:
        raise Problem(status.HTTP_404_NOT_FOUND, f"{name} is no outcome")
    raise Problem(outcomes[name], name)


@app.websocket("/work")
async def work(socket: WebSocket) -> None:
    await socket.accept()
    try:
        while True:
            message = await socket.receive_json()
            if message == "stop":
                await socket.close(code=4000)
                return
            await socket.send_json({"heard": message})
    except WebSocketDisconnect:
        return


@app.get("/health")
async def health() -> str:
    return "well"


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
