"""The authority's colour, made into the few that the pages use, each readable on what it stands on.

Contrast is that of WCAG 2.2: (L1 + .05) / (L2 + .05) of the relative luminances, at least 4.5 for text.
"""

from __future__ import annotations

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse

Colour = tuple[float, float, float]  # red, green, blue, each 0 to 1
BLUE = "#1d4f86"
LIGHT_PAPER, DARK_PAPER = "#fdfdfb", "#12161c"
READABLE = 7.0  # AAA: the accent is the colour of links, which are read


def accent(request: HttpRequest) -> HttpResponse:
    """The colour of the settings as a style sheet."""
    return HttpResponse(
        style_sheet(settings.HANSA_ACCENT), content_type="text/css", headers={"Cache-Control": "public, max-age=3600"}
    )


def style_sheet(colour: str) -> str:
    """Custom properties for light and dark from `#rrggbb`; what is not such a colour gives Hansa's blue."""
    brand = _colour(colour if re.fullmatch(r"#[0-9a-fA-F]{6}", colour) else BLUE)
    light, dark = _colour(LIGHT_PAPER), _colour(DARK_PAPER)
    on_light, on_dark = _readable(brand, light), _readable(brand, dark)
    return (
        f":root{{--accent:{_hex(on_light)};--accent-soft:{_hex(_mixed(brand, light, 0.92))};--on-accent:#fff}}"
        f"@media (prefers-color-scheme:dark){{:root{{--accent:{_hex(on_dark)};"
        f"--accent-soft:{_hex(_mixed(brand, dark, 0.82))};--on-accent:{DARK_PAPER}}}}}\n"
    )


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    return _contrast(_colour(one), _colour(other))


def _contrast(one: Colour, other: Colour) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _readable(colour: Colour, paper: Colour) -> Colour:
    """The colour itself, or the nearest on its way to black or white that can be read on the paper."""
    ink: Colour = (0, 0, 0) if _luminance(paper) > 0.5 else (1, 1, 1)
    steps = (_mixed(colour, ink, step / 50) for step in range(51))
    return next(step for step in steps if _contrast(step, paper) >= READABLE)


def _luminance(colour: Colour) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(colour: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (a * (1 - share) + b * share for a, b in zip(colour, other, strict=True))
    return red, green, blue


def _colour(code: str) -> Colour:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
