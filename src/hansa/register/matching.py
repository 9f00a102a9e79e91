"""Which known thing does a name speak of? Certain, doubtful or new, with the reasons.

Pure Python, no database. A name is folded, words that every authority's name may have ("City of", "kommun") are
set aside, places that are called differently in two languages are brought to one name; what remains is compared.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from urllib.parse import urlsplit
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from hansa.register.folding import folded, words

CERTAIN, DOUBTFUL = 0.95, 0.6
MOST_CANDIDATES = 200


class Verdict(StrEnum):
    """What a comparison says."""

    CERTAIN = "certain"
    DOUBTFUL = "doubtful"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a score is what it is: a stable code, and a number where one belongs to it."""

    code: str
    number: int = 0

    @property
    def words(self) -> str:
        """The reason in the reader's language."""
        wording = str(_WORDS[self.code])
        return wording % self.number if "%d" in wording else wording


_WORDS = {
    "same-name": _("the same name"),
    "other-kind": _("the same place, but another kind of authority"),
    "same-but-form": _("differs only in form, language or words such as “City of”"),
    "spelled-alike": _("spelled nearly alike (%d %%)"),
    "part-of-name": _("the one name holds the other"),
    "shared-words": _("share %d telling words"),
    "sounds-alike": _("sound alike in two languages"),
    "begins-alike": _("written in a similar way"),
    "initials": _("the one is the other's initials"),
    "same-words": _("the same names in another order"),
    "fewer-names": _("the one has a name more than the other"),
    "initial": _("the same family name and initial"),
    "same-topic": _("the same field, another kind of unit"),
    "same-abbreviation": _("the same abbreviation"),
    "same-website": _("the same website"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """A thing to be found: everything that it is or was called. Unequal contexts, where both have one, never match."""

    id: UUID
    names: tuple[str, ...]
    abbreviations: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    context: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The best match: NEW has no id. `score` is between 0 and 1."""

    verdict: Verdict
    id: UUID | None
    score: float
    reasons: tuple[Reason, ...] = ()


# Words that say what kind of body it is, not which: by kind, in Europe's languages, folded.
_MUNICIPAL = """city cities town municipality municipalities municipal commune communes comune comuni ayuntamiento
ajuntament concello stadt stadtgemeinde landeshauptstadt hauptstadt hansestadt universitatsstadt
marktgemeinde gemeinde gemeente stad stads kommun kommune kommuns kaupunki kunta gmina miasto miasta
urzad miejski obec mesto mesta mestna obcina opcina opstina grad primaria primarie municipiul orasul
comuna municipio municipiu municipalidade municipalite camara ville mairie dimos borough belediyesi
belediye onkormanyzat varos varosa linn vald pilseta savivaldybe dome hromada municipal municipalita
citta villa staden kommunen""".split()
_REGIONAL = """region regione regional regiao regions regio province provincia provincie provinz county counties
district distrito departement department departament diputacio diputacion lan lans landkreis kreis fylke
fylkeskommune amt metropole metropolitan metropolitaine metropolitana agglomeration agglomeracion agglo
communaute urbaine intercommunale arrondissement voivodeship wojewodztwo powiat zupanija kraj maakunta
oblast rajon megye prefecture landsting""".split()
_EMPTY = """of the de del della delle dei degli di da do dos das du des la le les el los las l d en et und and och og
i a an am im in an der die das den het van zu zur s sur sous bei nad pod ja y e council government
authority administration association verband double st""".split()
_KIND = dict.fromkeys(_MUNICIPAL, "municipal") | dict.fromkeys(_REGIONAL, "regional")
_SET_ASIDE = frozenset([*_KIND, *_EMPTY])
_BARE = frozenset(_EMPTY)
# Words that tell one place from another of the same name.
_TELLING = frozenset(
    "north south east west northern southern eastern western nord sud est ouest sur norte norra sodra ostra vastra "
    "nord- upper lower ober unter alto bajo superior inferior new old neu alt nova novo novi nueva nuevo grand greater "
    "great petit little small gross klein".split()
)


# Words that many networks have in their names: sharing them tells little.
_COMMON = frozenset(
    "european europe europas europeiska network networks natverk natverket association assembly conference commission "
    "kommissionen regions region regional regionala local lokala authorities city cities council councils union forum "
    "organisation international internationella federation committee alliance platform nordic nordiska".split()
)


@cache
def _exonyms() -> dict[str, str]:
    table = tomllib.loads(resources.files("hansa.register").joinpath("exonyms.toml").read_text("utf8"))
    return {folded(name): folded(place[0]) for place in table["places"] for name in place}


@dataclass(frozen=True, slots=True)
class _Form:
    """A name made ready for comparing."""

    whole: str
    core: tuple[str, ...]  # the words that tell which
    key: str  # the core in order of the alphabet, spelling habits evened out
    kind: str
    skeleton: str


@lru_cache(maxsize=100_000)
def _form(name: str) -> _Form:
    without = re.sub(r"\([^)]{0,80}\)", " ", name) or name
    without = re.sub(r"(?<=\w)['’‘`](?=\w)", " ", without)
    tokens = words(without) or words(name)
    places = _exonyms()
    whole = " ".join(tokens)
    if whole in places:
        tokens = places[whole].split()
    core = [word for word in tokens if word not in _SET_ASIDE] or [w for w in tokens if w not in _BARE] or tokens
    joined = " ".join(core)
    core = places[joined].split() if joined in places else [places.get(w, w) for w in core]
    kinds = {_KIND[word] for word in tokens if word in _KIND}
    even = [_even(word) for word in core]
    return _Form(
        whole,
        tuple(core),
        "".join(sorted(even)),
        kinds.pop() if len(kinds) == 1 else "",
        _skeleton("".join(even)),
    )


def _even(word: str) -> str:
    """A word with the habits of spelling evened out: oe and ö, a Swedish genitive, doubled letters."""
    for pair, one in (
        ("oe", "o"),
        ("ae", "a"),
        ("ue", "u"),
        ("ij", "y"),
        ("ph", "f"),
        ("ck", "k"),
        ("sch", "sh"),
    ):
        word = word.replace(pair, one)
    word = re.sub(r"(.)\1", r"\1", word)
    return word[:-1] if len(word) > 4 and word.endswith("s") else word


def _skeleton(text: str) -> str:
    """The consonants, alike ones made one: what is left of a name in another language's ear."""
    text = re.sub(r"th", "t", text)
    text = re.sub(r"[ckq]h?", "k", re.sub(r"[bv]|w", "v", re.sub(r"[zxç]|ts|sh", "s", text)))
    text = text.replace("d", "t").replace("g", "k").replace("j", "i").replace("y", "i")
    return re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouh]", "", text))


def _numbers(form: _Form) -> set[str]:
    return {word for word in form.core if any(c.isdigit() for c in word)}


def likeness(a: str, b: str, kind: str = "organisation") -> tuple[float, tuple[Reason, ...]]:
    """How sure it is that two names are one thing's: 0 to 1, and why. The order of the two makes no difference."""
    left, right = _form(a), _form(b)
    if left.whole == right.whole:
        return 1.0, (Reason("same-name"),)
    if kind == "person":
        return _people(left, right)
    if kind == "unit":
        return _units(left, right)
    return _organisations(left, right)


def _organisations(left: _Form, right: _Form) -> tuple[float, tuple[Reason, ...]]:
    differing = set(left.core) ^ set(right.core)
    told_apart = bool(differing & _TELLING) or _numbers(left) != _numbers(right)
    one_kind = not (left.kind and right.kind and left.kind != right.kind)
    if left.key == right.key and not told_apart:
        if not one_kind:
            return 0.8, (Reason("other-kind"),)
        return 0.98, (Reason("same-but-form"),)
    a, b = " ".join(sorted(left.core)), " ".join(sorted(right.core))
    ratio = max(fuzz.ratio(a, b), fuzz.ratio(left.key, right.key)) / 100
    shared, least = set(left.core) & set(right.core), min(len(set(left.core)), len(set(right.core)))
    long_shared = [word for word in shared if len(word) > 3 and word not in _COMMON]
    reasons: list[Reason] = []
    score = 0.0
    if ratio >= 0.8 and not told_apart:
        score = 0.55 + 0.35 * ratio
        reasons.append(Reason("spelled-alike", round(100 * ratio)))
    if shared and len(shared) == least and long_shared:
        score = max(score, 0.75 if not told_apart else 0.65)
        reasons.append(Reason("part-of-name"))
    elif len(long_shared) >= 2 or (long_shared and len(shared) * 2 >= least):
        score = max(score, 0.6 + 0.2 * len(shared) / (least + 1))
        reasons.append(Reason("shared-words", len(shared)))
    if len(left.skeleton) > 2 and left.skeleton == right.skeleton and not told_apart:
        score = max(score, 0.7)
        reasons.append(Reason("sounds-alike"))
    elif score < DOUBTFUL and not told_apart and min(len(left.key), len(right.key)) > 3:
        near = max(JaroWinkler.similarity(left.key, right.key), fuzz.partial_ratio(left.key, right.key) / 100 - 0.06)
        if near >= 0.86:
            score = max(score, 0.6)
            reasons.append(Reason("begins-alike"))
    if initials(left) == right.whole.replace(" ", "") or initials(right) == left.whole.replace(" ", ""):
        score = max(score, 0.7)
        reasons.append(Reason("initials"))
    return min(score, CERTAIN - 0.01), tuple(reasons)


def initials(form: _Form) -> str:
    """The first letters of the words that tell which."""
    return "".join(word[0] for word in form.whole.split() if word not in _BARE) if len(form.core) > 1 else "?"


def _people(left: _Form, right: _Form) -> tuple[float, tuple[Reason, ...]]:
    a, b = left.whole.split(), right.whole.split()
    if sorted(a) == sorted(b):
        return 0.97, (Reason("same-words"),)
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) > 1 and set(shorter) <= set(longer):
        return 0.85, (Reason("fewer-names"),)
    same_last = a[-1] == b[-1]
    if same_last and a[0][0] == b[0][0] and min(len(a[0]), len(b[0])) == 1:
        return 0.75, (Reason("initial"),)
    ratio = fuzz.ratio(" ".join(a), " ".join(b)) / 100
    if ratio >= 0.88 and (same_last or a[0] == b[0]):
        return 0.7, (Reason("spelled-alike", round(100 * ratio)),)
    return 0.0, ()


_UNIT_FILLERS = frozenset("enheten for the of och and i avdelningen avdelning unit department office".split())


def _units(left: _Form, right: _Form) -> tuple[float, tuple[Reason, ...]]:
    a, b = left.whole.split(), right.whole.split()
    bare_a, bare_b = ([w for w in side if w not in ("for", "the", "of", "och", "and", "i")] for side in (a, b))
    if bare_a == bare_b:
        return 0.96, (Reason("same-but-form"),)
    core_a, core_b = ({w for w in side if w not in _UNIT_FILLERS} for side in (a, b))
    if core_a and core_a == core_b:
        return 0.85, (Reason("same-topic"),)
    ratio = fuzz.ratio(" ".join(a), " ".join(b)) / 100
    if ratio >= 0.87:
        return 0.75, (Reason("spelled-alike", round(100 * ratio)),)
    return 0.0, ()


def site(url: str) -> str:
    """A web address for comparing: host without www, and path."""
    try:
        parts = urlsplit(url if "//" in url else f"http://{url}")
    except ValueError:
        return ""
    return (parts.hostname or "").removeprefix("www.") + parts.path.rstrip("/")


class Index:
    """Known things of one kind, found by name without comparing with each."""

    def __init__(self, kind: str = "organisation") -> None:
        self.kind = kind
        self._known: dict[UUID, Known] = {}
        self._keys: dict[str, dict[str, set[UUID]]] = defaultdict(lambda: defaultdict(set))

    def add(self, known: Known) -> None:
        """Let a thing be found by its names; adding it again adds to them."""
        before = self._known.get(known.id)
        if before is not None:
            known = Known(
                known.id,
                tuple(dict.fromkeys((*before.names, *known.names))),
                tuple(dict.fromkeys((*before.abbreviations, *known.abbreviations))),
                tuple(dict.fromkeys((*before.websites, *known.websites))),
                known.context or before.context,
            )
        self._known[known.id] = known
        for group, key in self._keys_of(known.names, known.abbreviations, known.websites):
            self._keys[group][key].add(known.id)

    def _keys_of(
        self, names: Iterable[str], abbreviations: Iterable[str], websites: Iterable[str]
    ) -> Iterable[tuple[str, str]]:
        for name in names:
            form = _form(name)
            yield "whole", form.whole
            yield "key", form.key
            yield "skeleton", form.skeleton[:4]
            yield "short", form.whole.replace(" ", "")
            yield "short", initials(form)
            for word in form.core:
                yield "word", word
                yield "start", _even(word)[:4]
        for short in abbreviations:
            yield "short", folded(short).replace(" ", "")
        for url in websites:
            if key := site(url):
                yield "site", key

    def find(
        self,
        names: Sequence[str],
        abbreviations: Sequence[str] = (),
        websites: Sequence[str] = (),
        context: str = "",
        excluding: Collection[UUID] = (),
    ) -> Match:
        """The thing that these names speak of, best first; `excluding` holds things that it is known not to be."""
        wanted = Known(UUID(int=0), tuple(names), tuple(abbreviations), tuple(websites), context)
        best = Match(Verdict.NEW, None, 0.0)
        for candidate in self._candidates(wanted):
            known = self._known[candidate]
            if candidate in excluding or (context and known.context and context != known.context):
                continue
            score, reasons = self._judge(wanted, known)
            if score > best.score or (score == best.score and best.id and candidate < best.id):
                best = Match(_verdict(score), candidate, score, reasons)
        return best if best.verdict is not Verdict.NEW else Match(Verdict.NEW, None, best.score, best.reasons)

    def _candidates(self, wanted: Known) -> list[UUID]:
        """Things that share a key, rarer keys first."""
        sets = [
            self._keys[group][key]
            for group, key in self._keys_of(wanted.names, wanted.abbreviations, wanted.websites)
            if key and key in self._keys[group]
        ]
        found: dict[UUID, None] = {}
        for ids in sorted(sets, key=len):
            if len(found) > MOST_CANDIDATES:
                break
            found.update(dict.fromkeys(sorted(ids)))
        return list(found)

    def _judge(self, wanted: Known, known: Known) -> tuple[float, tuple[Reason, ...]]:
        score, reasons = max(
            (likeness(a, b, self.kind) for a in wanted.names for b in known.names),
            key=lambda judged: judged[0],
            default=(0.0, ()),
        )
        if self.kind != "organisation" or score >= CERTAIN:
            return score, reasons
        same_site = {site(url) for url in wanted.websites} & {site(url) for url in known.websites} - {""}
        shorts = [{folded(short) for short in (*side.abbreviations, *side.names)} for side in (wanted, known)]
        same_short = bool(shorts[0] & shorts[1] & {folded(s) for s in (*wanted.abbreviations, *known.abbreviations)})
        if same_short:
            reasons = (*reasons, Reason("same-abbreviation"))
        if same_site:
            reasons = (*reasons, Reason("same-website"))
        if (same_short and same_site) or ((same_short or same_site) and score >= 0.8):
            return 0.97, reasons
        if same_short or same_site:
            return max(score, 0.85), reasons
        return score, reasons


def _verdict(score: float) -> Verdict:
    if score >= CERTAIN:
        return Verdict.CERTAIN
    return Verdict.DOUBTFUL if score >= DOUBTFUL else Verdict.NEW
