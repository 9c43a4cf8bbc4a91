"""Messages about drift, in words an author can act on."""

from __future__ import annotations

from portal.drift.changes import Move
from portal.drift.pairs import RECORDS, Pair
from portal.drift.sections import Section
from portal.model.base import Variant

LONGEST_QUOTATION = 120
MOST_MOVES = 3
MOST_SENTENCES = 3


def never_confirmed(pair: Pair) -> str:
    """For a pair without a file."""
    return f"二つの版をまだ確かめていません。読み比べて、同じ意味なら {command(pair)} で記録してください。"


def new_section(pair: Pair, key: str) -> str:
    """For a section that came after the pair was confirmed."""
    return f"{_place(pair, pair.sections['easy'][key])}は新しく、まだ確かめていません。二つの版を読み比べて、同じ意味なら {command(pair, key)} で記録してください。"


def both_changed(pair: Pair, key: str) -> str:
    """For a section that both sides changed."""
    place = _place(pair, pair.sections["easy"][key])
    return f"{place}が二つの版で変わりました。読み比べて、同じ意味なら {command(pair, key)} で確かめたと記録してください。"


def one_changed(pair: Pair, key: str, side: Variant, moves: list[Move]) -> str:
    """For a section that one side changed, with the sentences that moved."""
    here, there = _side(pair, side), _side(pair, "ja" if side == "easy" else "easy")
    place = _place(pair, pair.sections[side][key])
    moved = "、".join(_move(move) for move in moves[:MOST_MOVES])
    rest = f"、ほか {len(moves) - MOST_MOVES} か所" if len(moves) > MOST_MOVES else ""
    what = f"動いた文: {moved}{rest}。" if moves else ""
    return f"{here}の{place}が変わりましたが、{there}はそのままです。{what}{there}を直すか、同じ意味なら {command(pair, key)} で確かめたと記録してください。"


def command(pair: Pair, key: str | None = None) -> str:
    """Command line that confirms a pair or one section of it."""
    return f"scripts/drift --confirm {pair.paths['easy']}{f'#{key}' if key else ''}"


def _side(pair: Pair, variant: Variant) -> str:
    if pair.name.startswith(RECORDS):
        return f"{variant} の文"
    return "やさしい版" if variant == "easy" else "標準版"


def _place(pair: Pair, section: Section) -> str:
    return f"記録「{section.title}」" if pair.name.startswith(RECORDS) else f"節「{section.title}」"


def _move(move: Move) -> str:
    before, now = _quoted(move.before), _quoted(move.now)
    if move.gone > len(move.before):
        before += f"（前の文 {move.gone - len(move.before)} つは履歴にありません）"
    if not move.gone:
        return f"{now}が加わりました"
    return f"{before}→{now}" if now else f"{before}がなくなりました"


def _quoted(texts: tuple[str, ...]) -> str:
    rest = f"（ほか {len(texts) - MOST_SENTENCES} 文）" if len(texts) > MOST_SENTENCES else ""
    return "".join(f"「{_short(text)}」" for text in texts[:MOST_SENTENCES]) + rest


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTATION else text[:LONGEST_QUOTATION] + "…"
