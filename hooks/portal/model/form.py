"""Forms of the work: paper to be filled in, with an invented example; answers are kept by form and field id."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag

from portal.model.base import NonEmpty, Record, Slug, Text, written
from portal.model.curriculum import UnitCode

FormId = Annotated[str, StringConstraints(pattern=r"^form-[a-z0-9]+(-[a-z0-9]+)*$")]
FieldKind = Literal["text", "long", "drawing", "choice", "choices", "scale", "date", "table"]
ChoiceId = Annotated[Slug, BeforeValidator(written)]
ROWS = {"long": 4, "drawing": 12, "table": 5}
"""Lines and rows of a field that does not say how many it needs; a drawing is as high as so many lines."""


def _shape_of(value: Any) -> str:
    return "words" if isinstance(value, (dict, Text)) else "ids" if isinstance(value, (list, tuple)) else "id"


Example = Annotated[
    Annotated[Text, Tag("words")] | Annotated[tuple[ChoiceId, ...], Field(strict=False), Tag("ids")] | Annotated[NonEmpty, BeforeValidator(written), Tag("id")],
    Discriminator(_shape_of),
]
"""Words for ``text``, ``long`` and ``drawing`` (what was drawn), an option for ``choice`` and ``scale``, options for ``choices``, a day for ``date``."""


class Choice(Record):
    """One option of a choice or a scale, or one column of a table."""

    id: ChoiceId
    label: Text


class FormField(Record):
    """What is to be filled in; ``kind`` names the parts it needs. ``rows``: lines of a long text, height of a drawing in lines, or rows of a table."""

    id: Slug
    kind: FieldKind
    label: Text
    hint: Text | None = None
    options: Annotated[tuple[Choice, ...], Field(strict=False)] = ()
    columns: Annotated[tuple[Choice, ...], Field(strict=False)] = ()
    rows: Annotated[int, Field(ge=1, le=20)] | None = None
    example: Example | None = None
    examples: Annotated[tuple[dict[Slug, Text], ...], Field(strict=False)] = ()

    @property
    def room(self) -> int:
        """Lines or rows that are printed empty."""
        return self.rows or ROWS.get(self.kind, 1)

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the options of the example."""
        if isinstance(self.example, str):
            return (self.example,)
        return self.example if isinstance(self.example, tuple) else ()


class FormGroup(Record):
    """Fields that belong together."""

    title: Text
    fields: Annotated[tuple[FormField, ...], Field(strict=False, min_length=1)]


class Form(Record):
    """``content/programme/forms/<slug>.yml``. ``keep``: who keeps it how long, and what must not be written."""

    id: FormId
    unit: UnitCode
    title: Text
    purpose: Text
    keep: Text
    groups: Annotated[tuple[FormGroup, ...], Field(strict=False, min_length=1)]

    @property
    def slug(self) -> str:
        """``form-intake`` → ``intake``: name of its file and of its page."""
        return self.id.removeprefix("form-")
