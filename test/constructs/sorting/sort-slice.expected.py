from dataclasses import dataclass


@dataclass
class Player:
    """Player is one of those who play."""

    name: str = ""
    score: int = 0


def rank(players: list[Player]) -> None:
    players.sort(key=lambda a: a.score, reverse=True)
