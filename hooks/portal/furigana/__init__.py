"""Furigana: readings of Japanese text and the ruby that carries them.

One stage a module, imports point down: `html` → `annotate` → rules (`numbers`, `dates`,
`weekdays`, `heteronyms`, `compounds`, `contexts`), `vocabulary` and `engine` → `characters`, `spans`.
"""
