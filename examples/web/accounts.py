"""Accounts whose answers show less than what is kept of them."""

import os
from typing import Annotated, Any

import uvicorn
from fastapi import Depends, FastAPI, Header, HTTPException, Query, status
from pydantic import BaseModel, Field, field_validator, model_validator

app = FastAPI()


class UserIn(BaseModel):
    username: str = Field(min_length=2, max_length=10)
    password: str = Field(min_length=4)
    confirm: str
    age: int | None = Field(default=None, ge=0, lt=150)
    scores: list[int] = Field(default_factory=list, max_length=3)
    meta: dict[str, Any] = {}

    @field_validator("username")
    @classmethod
    def lower(cls, v: str) -> str:
        if " " in v:
            raise ValueError("no spaces")
        return v.lower()

    @model_validator(mode="after")
    def same(self) -> "UserIn":
        if self.password != self.confirm:
            raise ValueError("passwords differ")
        return self


class UserOut(BaseModel):
    username: str
    age: int | None = None
    scores: list[int] = []


class Settings:
    def __init__(self) -> None:
        self.limit = 3
        self.keys = {"k1": "reader", "k2": "writer"}


settings = Settings()
users: dict[str, UserIn] = {}
visits = 0


def get_settings() -> Settings:
    return settings


def role(x_api_key: Annotated[str, Header()], cfg: Settings = Depends(get_settings)) -> str:
    if x_api_key not in cfg.keys:
        raise HTTPException(status_code=status.HTTP_403_FORBIDDEN, detail="bad key", headers={"X-Reason": "key"})
    return cfg.keys[x_api_key]


def writer(current: str = Depends(role)) -> str:
    if current != "writer":
        raise HTTPException(status_code=403)
    return current


@app.post("/users", response_model=UserOut, status_code=status.HTTP_201_CREATED)
def add_user(user: UserIn, who: str = Depends(writer)):
    if user.username in users:
        raise HTTPException(status_code=409, detail=f"user {user.username!r} exists")
    users[user.username] = user
    return user


@app.get("/users", response_model=list[UserOut])
def all_users(min_age: int = 0, reverse: bool = False, names: list[str] = Query([])):
    found = [u for u in users.values() if (u.age or 0) >= min_age and (not names or u.username in names)]
    return sorted(found, key=lambda u: u.username, reverse=reverse)


@app.get("/half/{value}")
def half(value: float):
    if value == 0:
        raise ValueError("zero")
    return {"half": value / 2, "inverse": 1 / value}


@app.post("/total")
def total(numbers: list[int]) -> int:
    return sum(numbers)


@app.post("/echo")
def echo(body: dict[str, Any]) -> dict[str, Any]:
    return body


@app.get("/visits")
def count_visits() -> dict[str, int]:
    global visits
    visits += 1
    return {"visits": visits}


@app.get("/none")
def nothing() -> None:
    print("nothing")


@app.get("/maybe/{name}")
def maybe(name: str) -> UserOut | None:
    user = users.get(name)
    if user is None:
        return None
    return UserOut(username=user.username, age=user.age)


@app.get("/files/{path:path}")
def file(path: str, depth: int = 1):
    return {"path": path, "parts": path.split("/")[:depth]}


@app.get("/health")
def health() -> str:
    return "well"


if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")))
