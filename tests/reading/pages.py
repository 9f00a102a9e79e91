"""Pages of our own writing, in the shapes in which authorities write them, and shortcuts to read them."""

from __future__ import annotations

from hansa.reading import Reading, open_document, read
from hansa.reading.types import Organisation

SWEDISH = """\
Våra internationella nätverk

Region Västerhav deltar i flera nätverk i Europa. Där arbetar vi för att dela erfarenheter med andra kuster, \
hitta partner till projekt och göra länet känt i Bryssel.

Här hittar du de nätverk som vi är medlemmar i.

Hamnregionernas förbund (HRF)

logotyp HRF

HRF är ett förbund för regioner med hamnar. Förbundet samlar omkring 120 medlemmar i elva länder. \
Ett femtontal av dessa medlemmar finns i Sverige.

Kontakt: Asta Lindqvist, enheten för omvärld

Hemsida: www. hamnregioner.example.org


Ljuskommissionen (Light Commission)

Ljuskommissionen består av 17 regioner från fem länder plus Norge och Island.

Region Västerhav är ordförande i Ljuskommissionen genom Tora Ek (C), och innehar sekretariatet.

Kontakt: Enheten för omvärld

Webbplats: https://ljus.example.org/om/


Nordiskt nätverk för öar (NNÖ)

NNÖ bildades 1994 och har cirka 40 medlemskommuner.

Kontaktperson: Bo-Erik Åkesson, avdelning kultur, bo-erik.akesson@vasterhav.example.org

Läs mer

Här finns andra samarbeten:

Samarbeten i närområdet
"""

ENGLISH = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Our networks</title>
<style>p { color: red }</style></head><body>
<nav><a href="/">Home</a> <a href="/about">About</a></nav>
<main><h1>Our networks</h1>
<p>Region Westsea takes part in several European networks in order to learn from other coasts.</p>
<h2>League of Lighthouse Regions (LLR)</h2>
<figure><img src="llr.png" alt="The LLR logo"><figcaption>Photo: Ann Other</figcaption></figure>
<p>The LLR is a network founded in 1989. It brings together about 90 member regions from thirteen EU countries \
plus Morocco and Turkey. Some ten of these members are in our region.</p>
<p>Contact: Asta Lindqvist, International unit,
<a href="mailto:asta.lindqvist@westsea.example.org">send a message</a></p>
<p>Website: <a href="https://lighthouse.example.org/">lighthouse.example.org</a></p>
<h2>Forum of Tidal Towns</h2>
<dl><dt>Members</dt><dd>57</dd><dt>Countries</dt><dd>12</dd>
<dt>Member since</dt><dd>2004</dd><dt>Annual fee</dt><dd>EUR 4,500</dd>
<dt>Website</dt><dd><a href="https://tidal.example.org">tidal.example.org</a></dd>
<dt>Contact</dt><dd>Department of Culture</dd></dl>
<h2>Read more</h2>
<ul><li><a href="/neighbourhood">Networks in the neighbourhood</a></li></ul>
</main><footer><a href="mailto:post@westsea.example.org">Write to us</a><p>Region Westsea, 1 Quay</p></footer>
<script>var x = "League of Scripts (LS)";</script></body></html>
"""


def reading_of(page: str | bytes) -> Reading:
    """What is read on a page."""
    content = page.encode() if isinstance(page, str) else page
    return read(open_document(content))


def named(reading: Reading, name: str) -> Organisation:
    """The organisation of this name or abbreviation; fails where there is not exactly one."""
    (found,) = [o for o in reading.organisations if name in (o.name.text, o.abbreviation)]
    return found


def section(*paragraphs: str, heading: str = "Hamnregionernas förbund (HRF)", intro: str = "") -> str:
    """A Swedish page in plain text with one organisation, of which these paragraphs tell."""
    opening = intro or (
        "Region Västerhav deltar i flera nätverk. Vi arbetar där tillsammans med andra för att lära av dem."
    )
    return "\n\n".join(["Våra nätverk", opening, heading, *paragraphs]) + "\n"


def english(*paragraphs: str, heading: str = "League of Lighthouse Regions (LLR)") -> str:
    """An English page in HTML with one organisation, of which these paragraphs (HTML) tell."""
    told = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        '<html lang="en"><body><h1>Our networks</h1>'
        "<p>Region Westsea takes part in several networks, and this is what we say of the work in them.</p>"
        f"<h2>{heading}</h2>{told}</body></html>"
    )


def only(page: str | bytes) -> Organisation:
    """The one organisation of a page."""
    (found,) = reading_of(page).organisations
    return found


def words(reading: Reading, organisation: Organisation, path: str) -> str:
    """The words that say so."""
    start, end = organisation.evidence[path]
    return reading.text[start:end]


def codes(reading: Reading) -> set[str]:
    """The codes of a reading's notices."""
    return {notice.code for notice in reading.notices}


def text_of(*paragraphs: str) -> Reading:
    """The reading of a bare text of these paragraphs, empty lines between them."""
    return reading_of("\n\n".join(paragraphs) + "\n")


def names_of(reading: Reading) -> list[str]:
    """The names of the organisations that were read."""
    return [organisation.name.text for organisation in reading.organisations]
