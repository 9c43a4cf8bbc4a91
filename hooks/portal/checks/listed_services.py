"""Every service of the directory with its place, for the rules that look at one service at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from portal.model.directory import Organisation, Service
from portal.portal import Place, Portal
from portal.problems import Problem


@dataclass(frozen=True)
class ListedService:
    """A service, the organisation that offers it, and where its file says so."""

    organisation: Organisation
    index: int
    service: Service
    place: Place

    @property
    def key(self) -> str:
        """``organisation/service``."""
        return f"{self.organisation.slug}/{self.service.slug}"

    def problem(self, message: str, *part: str | int) -> Problem:
        """Problem at the ``part`` of the service."""
        return self.place.problem(message, "services", self.index, *part)

    @property
    def numbers(self) -> list[str]:
        """All telephone numbers, the second ones too."""
        return [number for channel in self.service.channels for number in (channel.number, *channel.number_alt) if number]


def listed_services(portal: Portal) -> Iterator[ListedService]:
    """All services in the order of the files."""
    for organisation in portal.organisations.values():
        for index, service in enumerate(organisation.services):
            yield ListedService(organisation, index, service, portal.places[organisation.slug])
