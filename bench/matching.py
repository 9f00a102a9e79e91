"""How well names are matched: python -m bench.matching [SEED]

Draws from ../shared/data/etmun: a pair is two names of one country and kind. Same: two memberships that sit in one
place (geoname) and are of different networks, where no network has two members there (a network lists a member once, so
two in one place are two members: a town and its valley's union, say); every pair of a place is reported beside it. Not
the same: two places drawn at random, and (hard) a name beside the
name most like it among other places of its country and kind. Half of the places (by the parity of their number) were
looked at while the rules were written; the other half is reported apart.
"""

from __future__ import annotations

import csv
import os
import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, islice
from pathlib import Path

from rapidfuzz import fuzz, process

from hansa.register.folding import folded
from hansa.register.matching import CERTAIN, DOUBTFUL, likeness

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "etmun"
Pair = tuple[str, str]
Member = tuple[str, str]  # name, network
Places = dict[str, dict[tuple[str, str], list[Member]]]  # geoname → (country, kind) → members


def main(seed: int = 1) -> None:
    rows = {row["id"]: row for row in csv.DictReader((DATA / "memberships.csv").open(encoding="utf8"))}
    places: Places = defaultdict(lambda: defaultdict(list))
    for row in csv.DictReader((DATA / "same-place.csv").open(encoding="utf8")):
        member = rows[row["id"]]
        if member["member_name"].strip():
            group = (member["country"], member["member_kind"])
            places[row["geoname_id"]][group].append((member["member_name"].strip(), member["network_code"]))
    for title, parity in (("looked at while writing", 0), ("kept aside", 1)):
        half = {place: groups for place, groups in places.items() if int(place) % 2 == parity}
        report(title, half, random.Random(seed))


def report(title: str, places: Places, draw: random.Random) -> None:
    same, spelled = same_pairs(places)
    names: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for place, groups in places.items():
        for group, members in groups.items():
            names[group] += [(name, place) for name in dict.fromkeys(name for name, _network in members)]
    apart, hard = other_pairs(names, draw, len(same))
    print(f"\n{title}: {len(places)} places")
    judged = {
        "same place": scores(same),
        "same place, every pair": scores(every_pair(places)),
        "  of these, spelled differently": scores(spelled),
        "not the same (random)": scores(apart),
        "not the same (hard)": scores(hard),
    }
    for label, found in judged.items():
        certain = sum(score >= CERTAIN for score in found)
        doubtful = sum(DOUBTFUL <= score < CERTAIN for score in found)
        shares = f"certain {certain / len(found):7.4f}  doubtful {doubtful / len(found):7.4f}"
        print(f"  {label:34} {len(found):6} pairs: {shares}")
    right = sum(score >= CERTAIN for score in judged["same place"])
    for label in ("random", "hard"):
        wrong = sum(score >= CERTAIN for score in judged[f"not the same ({label})"])
        print(f"  precision of certain, {label} negatives: {right / (right + wrong):.4f}")
    for label in ("same place", "same place, every pair"):
        reached = sum(score >= DOUBTFUL for score in judged[label])
        print(f"  recall of certain and doubtful together, {label}: {reached / len(judged[label]):.4f}")
    if os.environ.get("SHOW"):
        for a, b in hard:
            if likeness(a, b)[0] >= CERTAIN:
                print("   wrongly certain:", a, "|", b)
        for a, b in spelled:
            if likeness(a, b)[0] < DOUBTFUL:
                print("   missed:", a, "|", b)


def every_pair(places: Places) -> list[Pair]:
    """Every pair of memberships of one place, country and kind, at most 200 a place."""
    return [(a, b) for (a, _one), (b, _other) in _pairs(places)]


def same_pairs(places: Places) -> tuple[list[Pair], list[Pair]]:
    """Pairs that are in different networks; and those of them whose names differ when folded.

    A network lists a member once: two rows of one network in one place are two members, and where that is so the
    place tells nothing of which is which, so it is left out.
    """
    clear = {
        place: {
            group: members
            for group, members in groups.items()
            if len({network for _name, network in members}) == len(members)
        }
        for place, groups in places.items()
    }
    same = every_pair(clear)
    return same, [(a, b) for a, b in same if folded(a) != folded(b)]


def _pairs(places: Places) -> Iterator[tuple[Member, Member]]:
    for groups in places.values():
        for members in groups.values():
            yield from islice(combinations(members, 2), 200)


def other_pairs(
    names: dict[tuple[str, str], list[tuple[str, str]]], draw: random.Random, count: int
) -> tuple[list[Pair], list[Pair]]:
    """Pairs of names of different places: at random, and each drawn name with the one most like it."""
    groups = [group for group, members in names.items() if len({place for _name, place in members}) > 1]
    weights = [len(names[group]) for group in groups]
    apart: list[Pair] = []
    hard: list[Pair] = []
    while len(apart) < count:
        members = names[draw.choices(groups, weights)[0]]
        (a, place_a), (b, place_b) = draw.choice(members), draw.choice(members)
        if place_a != place_b:
            apart.append((a, b))
    for _turn in range(count):
        members = names[draw.choices(groups, weights)[0]]
        name, place = draw.choice(members)
        others = [other for other, elsewhere in members if elsewhere != place]
        if others:
            hard.append((name, process.extractOne(name, others, scorer=fuzz.ratio)[0]))
    return apart, hard


def scores(pairs: list[Pair]) -> list[float]:
    return [likeness(a, b)[0] for a, b in pairs]


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
