"""The types of value: each takes what came in, or says why not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hansa.register.errors import InvalidValueError
from hansa.register.values import CLEAN, NotTakenError, Type, first_day, is_over, last_day
from hansa.register.vocabulary import PROPERTIES, Kind, property_of


@pytest.mark.parametrize(
    ("kind", "value", "clean"),
    [
        (Type.LINE, "  Havs\u00a0nätet\n ", "Havs nätet"),
        (Type.TEXT, "En rad \r\n\r\n\r\n\r\nEn till", "En rad\n\nEn till"),
        (Type.URL, " https://www.aer.eu/om ", "https://www.aer.eu/om"),
        (Type.PHONE, "010-123 45 67", "+46101234567"),
        (Type.DATE, "2026-02-28", "2026-02-28"),
        (Type.DATE, "2025/2027", "2025/2027"),
        (Type.DATE, "/2026-11", "/2026-11"),
        (Type.FIGURE, 34, {"value": 34, "approximate": False}),
        (Type.MONEY, {"amount": "88000", "currency": "SEK"}, {"amount": "88000.00", "currency": "SEK"}),
    ],
)
def test_a_value_has_one_form(kind: Type, value: Any, clean: Any) -> None:
    assert CLEAN[kind](value) == clean


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Type.LINE, ""),
        (Type.LINE, "x" * 501),
        (Type.LINE, 7),
        (Type.URL, "javascript:alert(1)"),
        (Type.URL, "http://"),
        (Type.URL, "http://me:secret@example.org"),
        (Type.URL, "www aer eu"),
        (Type.EMAIL, "nils vid example.org"),
        (Type.PHONE, "ring mig"),
        (Type.DATE, "2026-02-30"),
        (Type.DATE, "2026-13"),
        (Type.DATE, "/"),
        (Type.DATE, "2027/2025"),
        (Type.DATE, "i fjol"),
        (Type.FIGURE, -1),
        (Type.FIGURE, {"value": 3.5}),
        (Type.FIGURE, True),
        (Type.MONEY, {"amount": "NaN", "currency": "SEK"}),
        (Type.MONEY, {"amount": "12", "currency": "kronor"}),
        (Type.SLUG, "Åh nej"),
        (Type.REFERENCE, "nobody"),
    ],
)
def test_what_is_no_such_value_is_refused(kind: Type, value: Any) -> None:
    with pytest.raises(NotTakenError):
        CLEAN[kind](value)


@given(
    st.sampled_from(list(Type)),
    st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists),
)
def test_any_value_is_taken_or_refused_and_taken_again_is_the_same(kind: Type, value: Any) -> None:
    try:
        clean = CLEAN[kind](value)
    except NotTakenError:
        return
    assert CLEAN[kind](clean) == clean


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)), st.sampled_from([4, 7, 10]))
def test_a_date_lies_between_its_first_and_last_day(day: date, precision: int) -> None:
    text = day.isoformat()[:precision]
    assert first_day(text) <= day <= last_day(text)


def test_what_ended_today_at_the_latest_is_over_today() -> None:
    day = date(2026, 11, 23)
    assert [is_over(until, day) for until in ("", "2026", "2026-11-22", "/2026-11-23", "2023/2025", "2025/")] == [
        False,
        False,
        True,
        True,
        True,
        False,
    ]


def test_a_property_that_is_not_declared_is_refused() -> None:
    with pytest.raises(InvalidValueError):
        property_of("organisation", "colour")


def test_every_property_has_a_label_and_a_term_and_refers_to_what_comes_before_it() -> None:
    order = list(Kind)
    for prop in PROPERTIES:
        assert str(prop.label)
        assert ":" in prop.term
        if prop.refers_to:
            assert order.index(prop.refers_to) <= order.index(prop.kind)
