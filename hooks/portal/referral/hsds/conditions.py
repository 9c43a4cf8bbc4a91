"""Under which conditions a service helps, as sentences, as cost options and documents, and as attributes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from portal.model.conditions import OtherConditions
from portal.model.directory import Service
from portal.referral.exports import without_empty
from portal.referral.hsds.identifiers import object_id
from portal.referral.hsds.terms import attribute, attributes
from portal.referral.hsds.wording import Wording

YEN = "円"


def eligibility_terms(service: Service) -> dict[str, Iterable[str]]:
    """Codes of the conditions by taxonomy."""
    eligibility, other = service.eligibility, service.eligibility.other
    return {
        "eligibility": [eligibility.policy],
        "irregular_stay": [eligibility.irregular_stay],
        "status_included": eligibility.include,
        "status_excluded": eligibility.exclude,
        "condition": _conditions(other) if other else (),
        "residency": [service.area.residency],
    }


def _conditions(other: OtherConditions) -> list[str]:
    asked = {"income_test": other.income_test, "insurance": other.insurance, "address_in_japan": other.address_in_japan}
    return [*([other.sex] if other.sex in {"women", "men"} else []), *(code for code, is_asked in asked.items() if is_asked)]


def eligibility_description(wording: Wording, service: Service) -> str:
    """``在留資格との関係: 在留資格を問わない。…`` with the record's own notes."""
    other = service.eligibility.other
    return wording.sentences(
        *(wording.statement(taxonomy, codes) for taxonomy, codes in eligibility_terms(service).items()),
        wording.text(service.eligibility.note),
        wording.text(other.employer_type if other else None),
        wording.text(other.text if other else None),
    )


def application_process(wording: Wording, service: Service) -> str:
    """How a case comes in, and what to bring."""
    intake = service.intake
    return wording.sentences(
        wording.statement("intake_how", intake.how),
        wording.statement("intake_by", intake.by),
        wording.statement("accompany", [intake.accompany]),
        wording.statement("interpreter_may_join", [intake.interpreter_may_join]),
        wording.statement("document", service.documents),
    )


def required_documents(wording: Wording, service: Service, key: str) -> list[dict[str, Any]]:
    """One object a document; that none is needed, or that nobody knows, stands in the application process."""
    asked = [code for code in service.documents if code not in {"none", "unknown"}]
    return [{"id": object_id(key, "document", code), "document": wording.label("document", code)} for code in asked]


def fees_description(wording: Wording, service: Service) -> str:
    """The price of the service, not of the call."""
    return wording.sentences(wording.statement("cost", [service.cost.service]), wording.text(service.cost.note))


def cost_options(wording: Wording, service: Service, key: str) -> list[dict[str, Any]]:
    """The price in yen where a fact holds it, nothing for free; an unknown price is no option."""
    if service.cost.service == "unknown":
        return []
    fact = wording.portal.facts.get(service.cost.fact or "")
    amount = 0 if service.cost.service == "free" else fact.value if fact and fact.unit == YEN else None
    option = wording.label("cost", service.cost.service)
    return [
        without_empty(
            {"id": object_id(key, "cost"), "option": option, "currency": "jpy", "amount": amount, "amount_description": wording.text(service.cost.note)}
        )
    ]


def service_attributes(wording: Wording, service: Service, key: str) -> list[dict[str, Any]]:
    """Every code of the service as a term of its taxonomy."""
    hidden = {"anonymous_ok": service.confidential.anonymous_ok, "place_hidden": service.confidential.place_hidden}
    terms: dict[str, Iterable[str]] = {
        "field": service.fields,
        "problem": service.problems,
        "urgency": [service.urgency],
        "gateway": ["gateway"] if service.gateway else [],
        **eligibility_terms(service),
        "japanese_level": [service.japanese_level] if service.japanese_level else [],
        "intake_how": service.intake.how,
        "intake_by": service.intake.by,
        "confidentiality": [code for code, is_so in hidden.items() if is_so],
        "disaster": service.disaster.active_in if service.disaster else [],
    }
    return attributes(wording, key, terms) + _provenance(wording, service, key)


def _provenance(wording: Wording, service: Service, key: str) -> list[dict[str, Any]]:
    """Dates of the pages that were read, which are no assurance, and what else says how far to trust the record."""
    values = {
        "source_dated": service.source_dated,
        "seen_on": str(service.seen_on or ""),
        "confidence": service.confidence,
        "law": service.law or "",
    }
    found = [attribute(wording, key, "provenance", code, value) for code, value in values.items() if value]
    return found if service.verified else [*found, attribute(wording, key, "provenance", "not_verified")]
