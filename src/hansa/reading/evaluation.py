"""How good the reader is: its readings of pages beside what a person found on them (gold files).

A gold file `NAME.gold.json` stands beside the page `NAME.*` and has the reading format without evidence; its
`document.shape` may say what shape the page has. A finding that the gold file cannot judge (of a kind that no
organisation of that page carries there) is not counted.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from hansa.reading.document import open_document
from hansa.reading.errors import NoGoldFile, ReadingError
from hansa.reading.reader import read

LIKE_ENOUGH = 0.6
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
Finding = tuple[str, str, str]  # kind, value in a form that two readers share, path in the reading format


@dataclass(frozen=True, slots=True)
class Judged:
    """One finding, judged: `outcome` is right, wrong or missed; `confidence` what the reader said (0 where missed)."""

    page: str
    language: str
    shape: str
    format: str
    organisation: str
    kind: str
    value: str
    outcome: str
    confidence: float = 0.0


@dataclass(slots=True)
class Score:
    """Counts of findings, with what is made of them."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, how much is right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what is there, how much was found; 1 where nothing is."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / (self.precision + self.recall or 1)

    def add(self, judged: Judged) -> None:
        """Count one finding."""
        setattr(self, judged.outcome, getattr(self, judged.outcome) + 1)


def evaluate(folder: Path) -> Iterator[tuple[Path, list[Judged] | ReadingError]]:
    """Each page below a folder that has a gold file, with its findings judged, or why it could not be read.

    Raises FileNotFoundError where no page has one.
    """
    pairs = list(_pairs(folder))
    if not pairs:
        raise FileNotFoundError(f"No page below {folder} has a gold file (NAME.gold.json beside NAME.html).")
    for page, gold_file in pairs:
        outcome: list[Judged] | ReadingError
        try:
            outcome = _judged(page, gold_file, folder)
        except ReadingError as error:
            outcome = error
        yield page, outcome


def _judged(page: Path, gold_file: Path, folder: Path) -> list[Judged]:
    found = read(open_document(page.read_bytes(), name=page.name)).as_json()
    try:
        gold = json.loads(gold_file.read_text("utf8"))
        about = gold.get("document", {})
        told = (str(page.relative_to(folder)), about.get("language", "?"), about.get("shape", "?"), page.suffix[1:])
        return list(judge(gold["organisations"], found["organisations"], told))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NoGoldFile(gold_file.name, f"{type(error).__name__}: {error}") from error


def _pairs(folder: Path) -> Iterator[tuple[Path, Path]]:
    for gold in sorted(folder.rglob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        pages = [page for page in gold.parent.glob(f"{name}.*") if page.stem == name and page.suffix != ".json"]
        yield from ((page, gold) for page in sorted(pages))


def judge(gold: list[Any], read: list[Any], told: tuple[str, str, str, str]) -> Iterator[Judged]:
    """The findings about some organisations beside those of the gold file."""
    kinds = {kind for organisation in gold for kind, _value, _path in findings(organisation)}
    for expected, got in paired(gold, read):
        name = (expected or got)["name"]
        sure = got.get("confidence", {}) if got else {}
        outcome = "missed" if got is None else "wrong" if expected is None else "right"
        yield Judged(*told, name, "organisation", name, outcome, sure.get("name", 0.0))
        if expected is None:
            continue
        want = {(kind, value) for kind, value, _path in findings(expected)}
        have = {(kind, value): path for kind, value, path in findings(got or {}) if kind in kinds}
        for (kind, value), path in have.items():
            outcome = "right" if (kind, value) in want else "wrong"
            yield Judged(*told, name, kind, value, outcome, sure.get(path, sure.get(path.rpartition(".")[0], 0.0)))
        for kind, value in sorted(want - have.keys()):
            yield Judged(*told, name, kind, value, "missed")


def findings(organisation: dict[str, Any]) -> Iterator[Finding]:
    """What is found about one organisation, beside its name."""
    for kind in ("abbreviation", "parent"):
        if organisation.get(kind):
            yield kind, folded(organisation[kind]), kind
    if organisation.get("website"):
        yield "website", address(organisation["website"]), "website"
    for kind in ("members", "countries", "founded"):
        if figure := organisation.get("figures", {}).get(kind):
            yield kind, str(figure["value"]), f"figures.{kind}"
    for place, contact in enumerate(organisation.get("contacts", [])):
        for part in ("person", "unit"):
            if contact.get(part):
                yield f"contact {part}", folded(contact[part]), f"contacts.{place}.{part}"
        if contact.get("email"):
            yield "email", contact["email"].casefold(), f"contacts.{place}.email"
        if contact.get("phone"):
            yield "phone", re.sub(r"\D", "", contact["phone"])[-8:], f"contacts.{place}.phone"
    for place, one in enumerate(organisation.get("representatives", [])):
        yield "representative", folded(f"{one['person']} {one.get('party', '')}"), f"representatives.{place}"
    for place, one in enumerate(organisation.get("offices", [])):
        yield "office", folded(f"{one['office']} {one.get('person', '')}"), f"offices.{place}"
    for kind in ("since", "fee", "committee"):
        if said := organisation.get("membership", {}).get(kind):
            yield kind, folded(str(said)), f"membership.{kind}"


def paired(gold: list[Any], read: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Each organisation of the gold file beside the reading's that is most like it; None stands for none."""
    likest = sorted(
        ((_likeness(g, r), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)),
        reverse=True,
    )
    partner: dict[int, int] = {}
    for likeness, i, j in likest:
        if likeness >= LIKE_ENOUGH and i not in partner and j not in partner.values():
            partner[i] = j
    for i, expected in enumerate(gold):
        yield expected, read[partner[i]] if i in partner else None
    for j, got in enumerate(read):
        if j not in partner.values():
            yield None, got


def _likeness(one: dict[str, Any], other: dict[str, Any]) -> float:
    """1 where two organisations share a name or an abbreviation, else the share of words that their names share."""
    if _names(one) & _names(other):
        return 1.0
    words, others = set(folded(one["name"]).split()), set(folded(other["name"]).split())
    return len(words & others) / max(1, len(words | others))


def _names(organisation: dict[str, Any]) -> set[str]:
    every = [organisation["name"], organisation.get("abbreviation"), *organisation.get("other_names", [])]
    return {folded(name) for name in every if name}


def folded(text: str) -> str:
    """Words only: case, accents and signs set aside."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def address(url: str) -> str:
    """Host without www, and path."""
    parts = urlsplit(url.strip() if "//" in url else f"http://{url.strip()}")
    return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")


def totals(judged: Iterable[Judged], key: Callable[[Judged], str]) -> dict[str, Score]:
    """The scores of findings in groups, by a key, sorted by it."""
    groups: dict[str, Score] = {}
    for one in judged:
        groups.setdefault(key(one), Score()).add(one)
    return dict(sorted(groups.items()))


def calibration(judged: Iterable[Judged]) -> list[tuple[float, float, int]]:
    """For bands of confidence: the mean that was said, the share that is right, and how many findings."""
    rows = []
    found = [one for one in judged if one.outcome != "missed"]
    for low, high in pairwise(BANDS):
        band = [one for one in found if low <= one.confidence < high]
        if band:
            said = sum(one.confidence for one in band) / len(band)
            rows.append((said, sum(one.outcome == "right" for one in band) / len(band), len(band)))
    return rows
