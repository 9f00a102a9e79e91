"""An office of one nation's section or members is none of the whole network's."""

from __future__ import annotations

from pathlib import Path

import pytest

from hansa.reading import open_document, read

_LINES = (Path(__file__).parent / "languages" / "one_nation.tsv").read_text("utf8").splitlines()
ROWS = [line.split("\t") for line in _LINES if not line.startswith("#")]
TOLD = [(row[1], sentence) for row in ROWS for sentence in row[2:]]
IDS = [f"{row[0]}-{place}" for row in ROWS for place, _sentence in enumerate(row[2:])]


@pytest.mark.parametrize("page", ["<h2>Eurocities</h2><p>{}</p>", "<ul><li><b>Eurocities</b>. {}</li></ul>"])
@pytest.mark.parametrize(("member", "sentence"), TOLD, ids=IDS)
def test_who_leads_one_nations_members_holds_no_office_in_the_whole(member: str, sentence: str, page: str) -> None:
    told = page.format(f"{member} {sentence}")
    found = read(open_document(f"<h1>Europa</h1>{told}".encode())).organisations
    networks = [one for one in found if one.name.text.startswith("Euroc")]
    assert networks
    assert [office for one in networks for office in one.offices] == []
