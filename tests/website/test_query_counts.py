"""How many queries each page costs when it is not kept: committed, and the same for one row and for many.

Run with HANSA_WRITE_COUNTS=1 to write the file anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from hansa.register import clock
from hansa.website import caching
from tests.builders import (
    MOMENT,
    a_contact,
    a_membership,
    a_person,
    a_unit,
    an_appointment,
    an_authority,
    an_organisation,
)

COUNTS = Path(__file__).with_name("query_counts.json")
PAGES = (
    "/",
    "/?view=table",
    "/?q=n",
    "/natverk/n0/",
    "/kontakter/",
    "/uppdrag/",
    "/naromradet/",
    "/om/",
    "/tillganglighet/",
)
PAST = (
    "/?datum=2026-10-05",
    "/natverk/n0/?datum=2026-10-05",
    "/kontakter/?datum=2026-10-05",
    "/uppdrag/?datum=2026-10-05",
)


def a_register(rows: int) -> None:
    with clock.at(MOMENT):
        authority = an_authority()
        umbrella = an_organisation("Paraply", abbreviation="N0", topics=["energy"], members=3)
        a_membership(authority, umbrella)
        for number in range(1, rows + 1):
            network = an_organisation(
                f"Nätverk {number}",
                abbreviation=f"N{number}",
                parent=umbrella,
                topics=["energy"],
                members=number,
                scope="nordic",
            )
            membership = a_membership(authority, network, committee=a_unit(authority, f"Nämnd {number}"))
            a_contact(membership, person=a_person(f"Person {number}"), unit=a_unit(authority, f"Enhet {number}"))
            an_appointment(authority, network, "board", person=a_person(f"Politiker {number}", party="P"))
            an_appointment(authority, umbrella, "deputy", person=a_person(f"Ersättare {number}", party="P"))


def counted(client: Client) -> dict[str, int]:
    counts = {}
    for address in (*PAGES, *PAST):
        caching.forget()
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address).status_code == 200
        counts[address] = len(captured)
    return counts


@pytest.mark.django_db
@pytest.mark.parametrize("rows", [1, 3, 12])
def test_each_page_costs_the_queries_that_are_written_down_whatever_the_rows(client: Client, rows: int) -> None:
    a_register(rows)
    counts = counted(client)
    if os.environ.get("HANSA_WRITE_COUNTS") == "1":
        COUNTS.write_text(json.dumps(counts, indent=1) + "\n")
    assert counts == json.loads(COUNTS.read_text())
