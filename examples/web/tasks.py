"""Tasks with a status and a priority, answered by a service object."""

import os
from enum import Enum
from typing import List, Optional

import uvicorn
from fastapi import FastAPI, Path, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field


class Status(str, Enum):
    OPEN = "open"
    DONE = "done"


class TaskIn(BaseModel):
    title: str = Field(..., min_length=3, max_length=40)
    priority: int = Field(1, ge=1, le=5)
    status: Status = Status.OPEN


class TaskUpdate(BaseModel):
    title: Optional[str] = None
    priority: Optional[int] = Field(None, ge=1, le=5)
    status: Optional[Status] = None


class Task(TaskIn):
    id: int


class TaskNotFound(Exception):
    def __init__(self, task_id: int) -> None:
        super().__init__(f"task {task_id} not found")
        self.task_id = task_id


class TaskService:
    def __init__(self) -> None:
        self._tasks: dict[int, Task] = {}
        self._next = 1

    def create(self, data: TaskIn) -> Task:
        task = Task(id=self._next, title=data.title, priority=data.priority, status=data.status)
        self._tasks[task.id] = task
        self._next += 1
        return task

    def get(self, task_id: int) -> Task:
        task = self._tasks.get(task_id)
        if task is None:
            raise TaskNotFound(task_id)
        return task

    def list(self, status: Optional[Status], limit: int) -> List[Task]:
        tasks = [t for t in self._tasks.values() if status is None or t.status == status]
        return sorted(tasks, key=lambda t: (t.priority, t.id))[:limit]

    def update(self, task_id: int, data: TaskUpdate) -> Task:
        task = self.get(task_id)
        if data.title is not None:
            task.title = data.title
        if data.priority is not None:
            task.priority = data.priority
        if data.status is not None:
            task.status = data.status
        return task


service = TaskService()
app = FastAPI(title="Tasks", version="1.0.0")


@app.exception_handler(TaskNotFound)
async def handle_not_found(request: Request, exc: TaskNotFound) -> JSONResponse:
    return JSONResponse(status_code=404, content={"error": str(exc), "task_id": exc.task_id})


@app.get("/tasks", response_model=List[Task])
def list_tasks(status: Optional[Status] = None, limit: int = Query(default=20, ge=1, le=100)):
    return service.list(status, limit)


@app.post("/tasks", response_model=Task, status_code=201)
def create_task(data: TaskIn):
    return service.create(data)


@app.get("/tasks/{task_id}", response_model=Task)
def get_task(task_id: int = Path(..., ge=1)):
    return service.get(task_id)


@app.patch("/tasks/{task_id}")
def update_task(task_id: int, data: TaskUpdate) -> Task:
    return service.update(task_id, data)


@app.get("/health")
async def health() -> dict[str, bool]:
    return {"healthy": True}


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
