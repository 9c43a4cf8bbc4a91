"""Inline references as HTML, through the macros of ``overrides/partials/references.html``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from jinja2 import Environment
from markupsafe import Markup, escape

from portal.addresses import organisation_address, relative, unit_address, url_of
from portal.dates import readable_day
from portal.inline.charts import draw_chart
from portal.inline.ecomaps import draw_ecomap
from portal.inline.genograms import draw_genogram
from portal.inline.printing import page_title, unit_label
from portal.inline.references import BLOCKS, Reference, find_references
from portal.model.base import Text, Variant
from portal.model.figure import Figure
from portal.portal import Portal

REFERENCES = "partials/references.html"
FIGURES = "partials/figures.html"
RELATIONS = "partials/relations.html"
CARDS = "partials/counter-work.html"
TRANSCRIPTS = "partials/transcripts.html"
FORM_BLOCKS = "partials/forms.html"


@dataclass
class ReferencePrinter:
    """Prints the references of one page in one variant and remembers which facts and terms the page has shown.

    ``away``: what is printed is shown on pages that list no facts, so numbers are text.
    """

    portal: Portal
    environment: Environment
    variant: Variant
    url: str
    facts: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    away: bool = False

    def rich(self, text: Text | str) -> Markup:
        """Escaped text with its references as HTML."""
        source = text.of(self.variant) if isinstance(text, Text) else text
        return Markup("").join(part if isinstance(part, Markup) else escape(part) for part in self._parts(source))

    def markdown(self, source: str) -> str:
        """Markdown with its references as HTML; the rest unchanged."""
        return "".join(str(part) for part in self._parts(source))

    def _parts(self, source: str) -> list[str | Markup]:
        parts: list[str | Markup] = []
        position = 0
        for found in find_references(source):
            if isinstance(found, Reference):
                parts += [source[position : found.start], self._print(found)]
                position = found.end
        return [*parts, source[position:]]

    def _print(self, reference: Reference) -> Markup:
        if reference.kind in BLOCKS:
            return self._block(reference)
        macro = getattr(self.environment.get_template(REFERENCES).module, reference.kind)
        return Markup(str(macro(**self._arguments(reference))).strip())  # noqa: S704 - the macro escaped its arguments

    def _arguments(self, reference: Reference) -> dict[str, object]:
        name = reference.name
        if reference.kind == "reading":
            return {"base": name, "reading": reference.reading}
        if reference.kind == "fact":
            return self._fact(name)
        if reference.kind == "term":
            return self._term(name)
        if reference.kind == "service":
            organisation, service = self.portal.services[name]
            return {"name": service.name.of(self.variant), "href": self.href(f"{organisation_address(organisation.slug)}#{service.slug}")}
        if reference.kind == "page":
            return {"title": page_title(self.portal, name, self.variant), "href": self.href(name)}
        published = name in self.portal.published
        return {"label": unit_label(self.portal, name, self.variant), "href": self.href(unit_address(name)) if published else None}

    def _fact(self, name: str) -> dict[str, object]:
        if name not in self.facts:
            self.facts.append(name)
        fact = self.portal.facts[name]
        return {"href": "" if self.away else f"#{name}", "text": fact.text.of(self.variant), "value": fact.value}

    def _term(self, name: str) -> dict[str, object]:
        term = self.portal.terms[name]
        first = name not in self.terms
        if first:
            self.terms.append(name)
        gloss = term.gloss.easy if self.variant == "easy" and first and term.explain else None
        return {"term": term.term, "reading": term.reading, "gloss": gloss, "href": self.href(f"glossary#{name}")}

    def _block(self, reference: Reference) -> Markup:
        html = self.figure(reference.name) if reference.kind == "figure" else self._card(reference)
        # A blank line would end the HTML block of Markdown.
        lines = [line.strip() for line in html.splitlines() if line.strip()]
        return Markup("\n\n{}\n\n").format(Markup("\n".join(lines)))  # noqa: S704 - the macro escaped its arguments

    def _card(self, reference: Reference) -> str:
        """A situation, a comparison card, a transcript or a form."""
        portal = self.portal
        partials: dict[str, tuple[str, Mapping[str, object]]] = {
            "situation": (CARDS, portal.situations),
            "comparison": (CARDS, portal.comparisons),
            "transcript": (TRANSCRIPTS, portal.transcripts),
            "form": (FORM_BLOCKS, portal.forms),
        }
        partial, records = partials[reference.kind]
        macro = getattr(self.environment.get_template(partial).module, reference.kind)
        return str(macro(records[reference.name], self))

    def figure(self, name: str) -> str:
        """HTML of the figure ``name``."""
        figure = self.portal.figures[name]
        if figure.kind in {"genogram", "ecomap"}:
            return self._relations(figure)
        macro = getattr(self.environment.get_template(FIGURES).module, figure.kind)
        values = [float(self.portal.facts[bar.fact].value) for bar in figure.bars]
        chart = draw_chart(self.portal.datasets[figure.chart]) if figure.chart else None
        return str(macro(figure=figure, printer=self, facts=self.portal.facts, largest=max(values, default=1) or 1, chart=chart))

    def _relations(self, figure: Figure) -> str:
        """A genogram or an eco-map."""
        drawing = draw_genogram(figure.genogram) if figure.genogram else draw_ecomap(figure.ecomap) if figure.ecomap else None
        return str(getattr(self.environment.get_template(RELATIONS).module, figure.kind)(figure, self, drawing))

    def day(self, day: date | str | None) -> str:
        """A date as it is read."""
        return readable_day(day) or self.word("unknown")

    def word(self, key: str) -> str:
        """A word of the screens."""
        return self.portal.words[key].of(self.variant)

    def href(self, address: str) -> str:
        """Relative link to a page of the same variant; ``address`` may end in ``#id``."""
        path, mark, anchor = address.partition("#")
        return relative(self.url, url_of(path, self.variant) + mark + anchor)
