"""The authority's colour is readable, whatever it is."""

from __future__ import annotations

import re
from typing import Any

from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from hansa.website.accent import BLUE, DARK_PAPER, LIGHT_PAPER, contrast, style_sheet

COLOURS = st.from_regex(r"#[0-9a-fA-F]{6}", fullmatch=True)


@given(COLOURS)
def test_links_and_buttons_of_any_colour_can_be_read_in_light_and_dark(colour: str) -> None:
    sheet = style_sheet(colour)
    light, dark = re.findall(r"--accent:(#[0-9a-f]{6})", sheet)
    soft_light, soft_dark = re.findall(r"--accent-soft:(#[0-9a-f]{6})", sheet)
    assert contrast(light, LIGHT_PAPER) >= 4.5
    assert contrast(light, "#ffffff") >= 4.5  # a button's words, and a link on a card
    assert contrast(dark, DARK_PAPER) >= 4.5
    assert contrast(dark, "#181e27") >= 4.5
    assert contrast("#1a2230", soft_light) >= 4.5  # words in a banner or an opened source
    assert contrast("#e8ebf0", soft_dark) >= 4.5
    assert contrast(light, soft_light) >= 4.5  # a link in a banner
    assert contrast(dark, soft_dark) >= 4.5


@given(st.text())
def test_what_is_no_colour_gives_hansas_own(text: str) -> None:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        assert style_sheet(text) == style_sheet(BLUE)


def test_contrast_is_that_of_the_guidelines() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_the_style_sheet_is_served_with_the_settings_colour(client: Client, settings: Any) -> None:
    settings.HANSA_ACCENT = "#7a1f5c"
    response = client.get("/accent.css")
    assert response.headers["Content-Type"] == "text/css"
    assert response.content.decode() == style_sheet("#7a1f5c") != style_sheet(BLUE)
