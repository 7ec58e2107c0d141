"""A small store of items, kept in memory."""

import os
from typing import Annotated

import uvicorn
from fastapi import (
    APIRouter,
    Depends,
    FastAPI,
    Header,
    HTTPException,
    Query,
    WebSocket,
    WebSocketDisconnect,
    status,
)
from fastapi.middleware.cors import CORSMiddleware
from pydantic import BaseModel, EmailStr, Field, field_validator

app = FastAPI(title="Store")
app.add_middleware(
    CORSMiddleware,
    allow_origins=["https://shop.example"],
    allow_methods=["*"],
    allow_headers=["*"],
)

router = APIRouter(prefix="/items", tags=["items"])


class Address(BaseModel):
    street: str
    city: str = Field(min_length=2)


class ItemBase(BaseModel):
    name: str = Field(min_length=1, max_length=20)
    price: float = Field(gt=0)
    quantity: int = Field(default=0, ge=0)
    tags: list[str] = []
    note: str | None = None


class ItemCreate(ItemBase):
    owner: EmailStr
    origin: Address | None = None

    @field_validator("name")
    @classmethod
    def name_is_not_blank(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("name is blank")
        return value.strip()


class Item(ItemBase):
    id: int


class Page(BaseModel):
    items: list[Item]
    total: int


# What is in the store, by id.
items: dict[int, Item] = {}


def require_token(x_token: Annotated[str | None, Header()] = None) -> str:
    if x_token != "secret":
        raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="Not allowed")
    return "admin"


class Paging(BaseModel):
    skip: int
    limit: int


def paging(skip: int = Query(0, ge=0), limit: int = Query(10, ge=1, le=100)) -> Paging:
    return Paging(skip=skip, limit=limit)


@router.get("")
async def list_items(page: Paging = Depends(paging), tag: str | None = None) -> Page:
    found = [items[key] for key in sorted(items) if tag is None or tag in items[key].tags]
    return Page(items=found[page.skip : page.skip + page.limit], total=len(found))


@router.get("/{item_id}")
async def read_item(item_id: int) -> Item:
    """Return one item."""
    if item_id not in items:
        raise HTTPException(status_code=404, detail="Item not found")
    return items[item_id]


@router.post("", status_code=201)
async def create_item(item: ItemCreate, user: str = Depends(require_token)) -> Item:
    number = len(items) + 1
    stored = Item(
        id=number,
        name=item.name,
        price=item.price,
        quantity=item.quantity,
        tags=item.tags,
        note=item.note,
    )
    items[number] = stored
    return stored


@router.delete("/{item_id}", status_code=204, dependencies=[Depends(require_token)])
async def delete_item(item_id: int) -> None:
    if item_id not in items:
        raise HTTPException(status_code=404, detail="Item not found")
    del items[item_id]


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}


class Room:
    """The connections that hear of what is said."""

    def __init__(self) -> None:
        self.members: list[WebSocket] = []

    async def join(self, socket: WebSocket) -> None:
        await socket.accept()
        self.members.append(socket)

    def leave(self, socket: WebSocket) -> None:
        self.members.remove(socket)

    async def say(self, text: str) -> None:
        for member in self.members:
            await member.send_text(text)


room = Room()


@app.websocket("/talk/{name}")
async def talk(socket: WebSocket, name: str) -> None:
    await room.join(socket)
    try:
        while True:
            text = await socket.receive_text()
            await room.say(f"{name}: {text}")
    except WebSocketDisconnect:
        room.leave(socket)
        await room.say(f"{name} left")


@app.websocket("/echo")
async def echo(socket: WebSocket) -> None:
    await socket.accept()
    text = await socket.receive_text()
    await socket.send_json({"said": text, "length": len(text)})
    await socket.close()


app.include_router(router, prefix="/api")

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")))
