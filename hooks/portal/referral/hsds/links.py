"""Pages on the web as HSDS has them."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from portal.model.directory import Service
from portal.referral.hsds.identifiers import object_id
from portal.referral.hsds.wording import Wording

# What RFC 3986 allows besides letters and digits; "%" stands for what is encoded already.
KEPT = "-._~:/?#[]@!$&'()*+,;=%"


def uri(url: str) -> str:
    """``url`` in the letters of a URI: HSDS asks for one, and a browser's Japanese path is none."""
    parts = urlsplit(url)
    return urlunsplit(
        (parts.scheme, parts.netloc.encode("idna").decode("ascii"), *(quote(part, safe=KEPT) for part in (parts.path, parts.query, parts.fragment)))
    )


def own_page(service: Service) -> str:
    """The page of the first channel on the web; "" for none."""
    return next((uri(channel.url) for channel in service.channels if channel.mode == "web" and channel.url), "")


def additional_urls(wording: Wording, service: Service, key: str) -> list[dict[str, Any]]:
    """The pages that the record of the service with ``key`` rests on, each once."""
    labels = {source.url: f"{source.title}（{source.publisher}）" for source in service.sources}
    basis = service.eligibility.basis_url
    if basis:
        labels.setdefault(basis, wording.portal.taxonomies["basis"].name)
    return [{"id": object_id(key, "url", url), "label": label, "url": uri(url)} for url, label in labels.items()]
