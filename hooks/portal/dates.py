"""Dates as they are read."""

from __future__ import annotations

from datetime import date


def readable_day(day: date | str | None) -> str:
    """2026年11月21日; partial dates (``2024-07``, ``2024頃``) as far as they go; "" for none."""
    if day is None:
        return ""
    parts = str(day).rstrip("頃").split("-")
    written = "".join(f"{int(part)}{unit}" if part.isdigit() else part for part, unit in zip(parts, "年月日", strict=False))
    return written + ("頃" if str(day).endswith("頃") else "")
