"""What several pages say of the same organisations, as one reading."""

from __future__ import annotations

from dataclasses import fields

from hansa.reading import addresses, people
from hansa.reading.types import Membership, Notice, Organisation, Reading, Span


def join(readings: list[tuple[Reading, int]], text: str) -> Reading:
    """One reading of several, each with the offset at which its text begins in the whole.

    What more than one page says of an organisation is put together; where they contradict each other, the page that
    tells most of it is believed, and a notice shows the other value.
    """
    first = readings[0][0]
    whole = Reading(text, first.language, first.sha256, title=first.title)
    whole.authority = next((one.authority for one, _ in readings if one.authority), None)
    whole.updated = max((one.updated for one, _ in readings if one.updated), default=None)
    for one, offset in readings:
        if one.introduction and whole.introduction is None and one.introduction_span:
            whole.introduction, whole.introduction_span = one.introduction, _moved(one.introduction_span, offset)
            whole.purposes = [(words, _moved(span, offset)) for words, span in one.purposes]
        for found in one.organisations:
            found.evidence = {path: _moved(span, offset) for path, span in found.evidence.items()}
        for link in one.links:
            link.span = _moved(link.span, offset) if link.span else None
        for notice in one.notices:
            notice.span = _moved(notice.span, offset) if notice.span else None
        alone = [notice for notice in one.notices if notice.code != "no-organisation"]
        whole.notices += alone
        whole.links += one.links
        whole.unassigned_emails += [email for email in one.unassigned_emails if email not in whole.unassigned_emails]
    _put_together([found for one, _ in readings for found in one.organisations], whole)
    used = {contact.email for found in whole.organisations for contact in found.contacts}
    whole.unassigned_emails = [email for email in whole.unassigned_emails if email not in used]
    if not whole.organisations:
        message = "No organisation was found on any of the pages. Are they those that list the memberships?"
        whole.notices.append(Notice("no-organisation", message))
    return whole


def _moved(span: Span, offset: int) -> Span:
    return span[0] + offset, span[1] + offset


def _put_together(every: list[Organisation], whole: Reading) -> None:
    by_name: dict[str, int] = {}
    for found in every:
        place = next((by_name[key] for key in _keys(found) if key in by_name), None)
        if place is None:
            place = len(whole.organisations)
            whole.organisations.append(found)
        else:
            standing = whole.organisations[place]
            fuller, other = sorted((standing, found), key=lambda one: -len(one.evidence))
            whole.organisations[place] = fuller
            add(fuller, other, whole)
        by_name |= {key: place for key in _keys(whole.organisations[place]) if key not in by_name}


def _keys(found: Organisation) -> list[str]:
    """What an organisation goes by: its abbreviation only where that is all the page calls it, or both have it."""
    names = [found.name.text, *(name.text for name in found.other_names)]
    return [people.bare(name) for name in [*names, found.abbreviation or ""] if name]


def add(fuller: Organisation, other: Organisation, whole: Reading | None = None) -> None:
    """What the other page says more; of two places of one page, without a `whole` to tell where they differ."""
    for name in ("abbreviation", "parent", "website", "summary"):
        said = getattr(other, name)
        if said and getattr(fuller, name) is None:
            setattr(fuller, name, said)
            _take_evidence(fuller, other, name, name)
        elif said and name in ("parent", "website") and not addresses.same(said, getattr(fuller, name)):
            _contradicts(fuller, other, name, said, str(getattr(fuller, name)), whole)
    if people.bare(other.name.text) not in _keys(fuller):
        fuller.other_names.append(other.name)
        _take_evidence(fuller, other, "name", f"other_names.{len(fuller.other_names) - 1}")
    for kind, figure in other.figures.items():
        if kind not in fuller.figures:
            fuller.figures[kind] = figure
            _take_evidence(fuller, other, f"figures.{kind}", f"figures.{kind}")
        elif figure.value != fuller.figures[kind].value:
            path = f"figures.{kind}"
            _contradicts(fuller, other, path, str(figure.value), str(fuller.figures[kind].value), whole)
    for listed, alike in (("contacts", ("person", "unit")), ("representatives", ("person",)), ("offices", ("office",))):
        standing = getattr(fuller, listed)
        known = {tuple(people.bare(getattr(one, part) or "") for part in alike) for one in standing}
        for place, one in enumerate(getattr(other, listed)):
            if tuple(people.bare(getattr(one, part) or "") for part in alike) not in known:
                standing.append(one)
                _take_evidence(fuller, other, f"{listed}.{place}", f"{listed}.{len(standing) - 1}")
    if other.membership is not None:
        fuller.membership = fuller.membership or Membership()
        for part in fields(Membership):
            if getattr(fuller.membership, part.name) is None and getattr(other.membership, part.name) is not None:
                setattr(fuller.membership, part.name, getattr(other.membership, part.name))
                _take_evidence(fuller, other, f"membership.{part.name}", f"membership.{part.name}")


def _take_evidence(fuller: Organisation, other: Organisation, old: str, new: str) -> None:
    """The evidence of a finding, and of its parts, goes with it."""
    for path, span in other.evidence.items():
        if path == old or path.startswith(f"{old}."):
            moved = new + path[len(old) :]
            fuller.evidence[moved], fuller.confidence[moved] = span, other.confidence.get(path, 0.0)
            fuller.rules[moved] = other.rules.get(path, "")


def _contradicts(
    fuller: Organisation, other: Organisation, path: str, said: str, standing: str, whole: Reading | None
) -> None:
    if whole is None:
        return
    message = f"Two pages differ on {fuller.name.text} ({path}): {standing} was taken, {said} was left out."
    whole.notices.append(Notice("pages-differ", message, other.evidence.get(path)))
