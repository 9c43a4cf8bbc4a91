"""Where the pages of each variant lie; folder and address of the plain variant are ``ja-easy``."""

from __future__ import annotations

from portal.model.base import Variant

LOCALES: dict[Variant, str] = {"ja": "ja", "easy": "ja-easy"}
FOLDERS: dict[Variant, str] = {variant: f"content/{locale}" for variant, locale in LOCALES.items()}
LANGUAGE_TAGS: dict[Variant, str] = {"ja": "ja", "easy": "ja-simple"}
"""BCP 47 tags of the variants, as ``html lang`` and ``hreflang`` carry them."""
