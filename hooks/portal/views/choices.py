"""What a reader chooses from in forms and lists: codes of the closed lists with their names in the page's variant."""

from __future__ import annotations

from portal.model.base import Variant
from portal.model.directory_lists import ProblemTag
from portal.portal import Portal


class Choices:
    """Part of every page's view, which has the portal and the variant."""

    portal: Portal

    @property
    def variant(self) -> Variant:
        """``ja`` or ``easy``; every view says which."""
        raise NotImplementedError

    def field_title(self, code: str) -> str:
        """Title of a field of E2."""
        return next(field.title.of(self.variant) for field in self.portal.curriculum.course_fields if field.code == code)

    @property
    def field_choices(self) -> list[tuple[str, str]]:
        """Codes and titles of the 13 fields."""
        return [(field.code, field.title.of(self.variant)) for field in self.portal.curriculum.course_fields]

    @property
    def area_choices(self) -> list[tuple[str, str]]:
        """Codes and names of the prefectures."""
        return [(area.code, area.label.of(self.variant)) for area in self.portal.areas.values() if area.prefecture is None]

    @property
    def language_choices(self) -> list[tuple[str, str, bool]]:
        """Codes and names of the languages that some channel offers; none stands below another."""
        used = {code for _, service in self.portal.services.values() for code in service.languages}
        return [(language.code, language.label.of(self.variant), False) for language in self.portal.languages.values() if language.code in used]

    @property
    def place_choices(self) -> list[tuple[str, str, bool]]:
        """Codes and names of the prefectures, each followed by those of its towns that the directory knows."""
        towns = [area for area in self.portal.areas.values() if area.prefecture]
        return [
            (area.code, area.label.of(self.variant), bool(area.prefecture))
            for code, _ in self.area_choices
            for area in (self.portal.areas[code], *(town for town in towns if town.prefecture == code))
        ]

    @property
    def status_choices(self) -> list[tuple[str, str, bool]]:
        """Codes and names of the statuses of residence and of those outside the list."""
        return [(status.id, status.label.of(self.variant), False) for status in self.portal.statuses.values()]

    @property
    def problem_groups(self) -> list[tuple[str, str, list[ProblemTag]]]:
        """Code and title of each field with its problems; first those of no field, without a code. A problem stands where it belongs first."""
        tags = [tag for tag in self.portal.problem_tags.values() if any(tag.id in service.problems for _, service in self.portal.services.values())]
        first = [("", self.portal.words["finder_problems_any"].of(self.variant), [tag for tag in tags if not tag.fields])]
        groups = [(code, title, [tag for tag in tags if tag.fields and tag.fields[0] == code]) for code, title in self.field_choices]
        return [group for group in [*first, *groups] if group[2]]
