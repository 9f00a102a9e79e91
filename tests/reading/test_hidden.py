"""E-mail addresses in the forms in which sites hide them from harvesters."""

from __future__ import annotations

import base64
import codecs
import html
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hansa.reading.hidden import KEYS
from hansa.reading.schemes import SCHEMES, cloudflare, typo3
from hansa.reading.spelled import in_words
from hansa.reading.types import Reading
from tests.reading.pages import codes, english, only, reading_of, section

ADDRESS = "asta.lindqvist@westsea.example.org"
CONTACT = "Contact: Asta Lindqvist, International unit"


def cloudflared(address: str, key: int) -> str:
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


def typo3ed(text: str, offset: int) -> str:
    shifted = ""
    for letter in text:
        for low, high in ((43, 58), (64, 90), (97, 122)):
            if low <= ord(letter) <= high:
                letter = chr(low + (ord(letter) - low + offset) % (high - low + 1))
                break
        shifted += letter
    return shifted


def shifted(text: str, key: int) -> str:
    """The scheme that merges dots and dashes: codes moved by a key, those that would pass } behind a %."""
    merged = text.replace(".", "-")
    return "".join(chr(ord(c) + key) if ord(c) + key <= 125 else f"%{c}" for c in merged)


def entities(text: str) -> str:
    return "".join(f"&#{ord(c)};" if i % 2 else f"&#x{ord(c):x};" for i, c in enumerate(text))


def percents(text: str) -> str:
    return "".join(f"%{ord(c):02x}" for c in text)


BACK = ADDRESS[::-1]
USER, HOST = "asta.lindqvist", "westsea.example.org"
CODES = ",".join(str(ord(letter)) for letter in ADDRESS)


def base64ed(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def mixed(text: str) -> str:
    """As WordPress writes it: plain letters, entities and percent-encoding."""
    return "".join((c, f"&#{ord(c)};", f"%{ord(c):02x}")[i % 3] for i, c in enumerate(text))


PIECES = "' + '".join(ADDRESS[i : i + 3] for i in range(0, len(ADDRESS), 3))
HIDDEN_IN_HTML = {
    "a mailto link": f'<a href="mailto:{ADDRESS}?subject=Hello">write</a>',
    "entities": f"<span>{entities(ADDRESS)}</span>",
    "a link in entities": f'<a href="{entities("mailto:" + ADDRESS)}">write</a>',
    "percent-encoding": f'<a href="mailto:{percents(ADDRESS)}">write</a>',
    "entities and percent-encoding mixed": f'<a href="{entities("mailto:")}{percents(ADDRESS)}">write</a>',
    "Cloudflare": f'<a href="/cdn-cgi/l/email-protection" data-cfemail="{cloudflared(ADDRESS, 0x5F)}">[email]</a>',
    "Cloudflare's link": f'<a href="/cdn-cgi/l/email-protection#{cloudflared(ADDRESS, 7)}">write</a>',
    "TYPO3's call": f"<a href=\"javascript:linkTo_UnCryptMailto('{typo3ed('mailto:' + ADDRESS, 3)}');\">write</a>",
    "TYPO3's token": (
        f'<a href="#" data-mailto-token="{typo3ed("mailto:" + ADDRESS, -6)}" data-mailto-vector="-6">write</a>'
    ),
    "Joomla 4": (
        f'<joomla-hidden-mail first="{base64.b64encode(ADDRESS.partition("@")[0].encode()).decode()}" '
        f'last="{base64.b64encode(ADDRESS.partition("@")[2].encode()).decode()}">write</joomla-hidden-mail>'
    ),
    "Joomla 3": (
        f"<script>var addy12 = '{entities('asta.lindqvist')}' + '&#64;';\n"
        "addy12 = addy12 + 'westsea' + '&#46;' + 'example' + '&#46;' + 'org'; document.write(addy12);</script>"
    ),
    "a script that joins pieces": f"<script>document.write('<a href=\"mailto:' + '{PIECES}' + '\">')</script>",
    "rot13": f"<script>mail(decode('{codecs.encode('mailto:' + ADDRESS, 'rot13')}'))</script>",
    "SpamSpan": '<span class="u">asta.lindqvist</span> [at] <span class="d">westsea [dot] example [dot] org</span>',
    "words in brackets": "asta.lindqvist (at) westsea.example.org",
    "words in other brackets": "asta.lindqvist{at}westsea{dot}example{dot}org",
    "text turned round": f'<span style="unicode-bidi: bidi-override">{BACK}</span>',
    "a script with variables": "<script>var u = 'asta.lindqvist'; var d = 'westsea.example.org'; "
    "document.write('<a href=\"mailto:' + u + '@' + d + '\">' + u + '@' + d + '</a>');</script>",
    "a script with an array": "<script>document.write(['asta.lindqvist', 'westsea.example.org'].join('@'))</script>",
    "a script with a template": "<script>const n = `asta.lindqvist`, h = 'westsea.example.org'; "
    "el.innerHTML = `<a href='mailto:${n}@${h}'>`;</script>",
    "a script with character codes": f"<script>document.write(String.fromCharCode({CODES}))</script>",
    "a script that turns round": f"<script>el.textContent = '{BACK}'.split('').reverse().join('')</script>",
    "a script with base64": f"<script>location.href = 'mailto:' + atob('{base64ed(ADDRESS)}')</script>",
    "a script with escapes": "<script>document.write('" + "".join(f"\\x{ord(c):02x}" for c in ADDRESS) + "')</script>",
    "a handler": f"<a href=\"#\" onclick=\"location.href='mai'+'lto:'+'{USER}'+'@'+'{HOST}'\">write</a>",
    "Joomla 3 without the word": (
        "<span id=\"cloak1\">protected</span><script type='text/javascript'>"
        "var prefix = '&#109;a' + 'i&#108;' + '&#116;o';\n"
        f"var addy1 = '{entities('asta.lindqvist')}' + '&#64;';\n"
        f"addy1 = addy1 + '{entities('westsea')}' + '&#46;' + 'example' + '&#46;' + 'org';\n"
        "var addy_text1 = 'write';document.getElementById('cloak1').innerHTML += '<a ' + prefix + ':' + "
        "addy1 + '\\'>'+addy_text1+'<\\/a>';</script>"
    ),
    "WordPress antispambot": f'<a href="{entities("mailto:")}{mixed(ADDRESS)}">{mixed(ADDRESS)}</a>',
    "two attributes": '<span data-user="asta.lindqvist" data-domain="westsea.example.org"></span>',
    "three attributes": '<a href="#" data-name="asta.lindqvist" data-domain="westsea.example" data-tld="org">write</a>',
    "two attributes turned round": f'<a data-user="{USER[::-1]}" data-domain="{HOST[::-1]}">write</a>',
    "an attribute in base64": f'<a href="#" data-email="{base64ed(ADDRESS)}">write</a>',
    "an attribute in rot13": (
        f'<a data-enc-email="{codecs.encode(USER, "rot13")}[at]{codecs.encode(HOST, "rot13")}">write</a>'
    ),
    "an attribute turned round": f'<a href="#" data-contact="{BACK}">write</a>',
    "an attribute in hexadecimal": f'<a href="#" data-mail="{ADDRESS.encode().hex()}">write</a>',
    "a style sheet": (
        "<style>.m::before{content:'asta.lindqvist'} .m::after{content:'@westsea.example.org'}</style><i class='m'></i>"
    ),
    "split by elements": "<span>asta</span>.<span>lindqvist</span><b>@</b><span>westsea</span>.example.<i>org</i>",
    "split by comments": "asta.lind<!-- no -->qvist@west<!-- @ -->sea.example.org",
    "decoys that nobody sees": 'asta.lindqvist<span style="display:none">null</span>@westsea.example.org',
    "decoys by their class": 'asta.lindqvist@<span class="nospam">no.</span>westsea.example.org',
    "text turned round with decoys": (
        '<span style="direction: rtl; unicode-bidi: bidi-override">'
        f'{BACK[:6]}<span style="display: none">xyz</span>{BACK[6:]}</span>'
    ),
    "a picture of the sign": 'asta.lindqvist<img src="at.gif" alt="@">westsea.example.org',
    "a picture that says it": '<img src="a.png" alt="asta.lindqvist (at) westsea.example.org">',
    "text for those without scripts": "<noscript>asta.lindqvist [at] westsea.example.org</noscript>",
    "words without brackets": "asta.lindqvist at westsea dot example dot org",
    "words behind a label": "e-mail: asta.lindqvist at westsea.example.org",
    "words in capitals": "asta.lindqvist AT westsea.example.org",
    "words between dashes": "asta.lindqvist -at- westsea.example.org",
    "the sign, and words for dots": "asta.lindqvist@westsea [dot] example [dot] org",
    "a word to take out": "asta.lindqvistNOSPAM@westsea.example.org",
    "the sign between spaces": "asta.lindqvist @ westsea.example.org",
}


@pytest.mark.parametrize("scheme", HIDDEN_IN_HTML)
def test_a_hidden_address_finds_the_person_of_its_section(scheme: str) -> None:
    (found,) = reading_of(english("The LLR is a network.", f"{CONTACT}, {HIDDEN_IN_HTML[scheme]}")).organisations
    assert (found.contacts[0].person, found.contacts[0].email) == ("Asta Lindqvist", ADDRESS)
    assert "contacts.0.email" in found.evidence


@pytest.mark.parametrize("scheme", HIDDEN_IN_HTML)
def test_an_address_hidden_elsewhere_on_the_page_finds_its_person_too(scheme: str) -> None:
    page = english("The LLR is a network.", CONTACT).replace("</body>", f"<p>{HIDDEN_IN_HTML[scheme]}</p></body>")
    assert reading_of(page).organisations[0].contacts[0].email == ADDRESS


def test_an_address_in_the_footer_is_found_though_the_footer_is_left_out() -> None:
    page = english("The LLR is a network.").replace(
        "</body>", '<footer>Quay 1 <a href="mailto:post@westsea.example.org">write</a></footer></body>'
    )
    reading = reading_of(page)
    assert reading.unassigned_emails == ["post@westsea.example.org"]
    assert "Quay" not in reading.text


WORDS = """(at) [at] {at} <at> (a) (@) [ at ] _at_ *at* (snabel-a) [snabela] (snabel a) (krøllalfa) (alfakrøll) (ät)
(miukumauku) (at-merkki) (chiocciola) (arroba) (małpa) (malpa) (arobase) (apenstaartje) (klammeraffe)"""
BARE = (
    "snabel-a krøllalfa alfakrøll miukumauku at-merkki chiocciola arroba małpa arobase apenstaartje klammeraffe".split()
)
DOTS = "(dot) [dot] {punkt} (Punkt) [punktum] (prikk) (piste) (kropka) (punto) (ponto) (point) (punt)".split()


@pytest.mark.parametrize("word", [*re.findall(r"[(\[{<_*].*?[)\]}>_*]", WORDS), *(f" {word} " for word in BARE)])
def test_words_for_the_at_sign_are_understood_on_any_page(word: str) -> None:
    written = html.escape(f"asta.lindqvist{word}vasterhav.se")
    for page in (
        section("HRF är ett nätverk.", f"Kontakt: Asta Lindqvist, enheten för omvärld, {html.unescape(written)}"),
        english("The LLR is a network.", f"Contact: Asta Lindqvist, International unit, {written}"),
    ):
        assert only(page).contacts[0].email == "asta.lindqvist@vasterhav.se"


@pytest.mark.parametrize("word", DOTS)
def test_words_for_the_dot_are_understood_on_any_page(word: str) -> None:
    written = f"asta{word}lindqvist (at) vaster{word}example{word}org"
    assert [email for email, _span in in_words(f"Kontakt: {written}.")] == ["asta.lindqvist@vaster.example.org"]


@pytest.mark.parametrize(
    "words",
    [
        "Meet us at example.org",
        "Look at www.example.org",
        "see report.pdf at example.org",
        "The network (at) present has ten members",
        "vi är med i nätverk (a) example",
        "look-at-me.eu",
        "en red en example.org",
        "www.look-at-me.eu",
        "point (a) of the statutes.",
    ],
)
def test_words_that_stand_for_no_sign_make_no_address(words: str) -> None:
    assert list(in_words(words)) == []


def run_at_the_end(key: int, *addresses: str, contact: str = "Asta Lindqvist") -> Reading:
    run = "".join(shifted(f"mailto:{address}", key) for address in addresses)
    return reading_of(section("HRF är ett nätverk.", f"Kontakt: {contact}, enheten för omvärld", run))


PRINTABLE = [key for key in KEYS if ord("-") + key > ord(" ")]


@pytest.mark.parametrize("key", PRINTABLE)
def test_a_run_shifted_by_any_key_is_undone(key: int) -> None:
    reading = run_at_the_end(key, "asta.lindqvist@vasterhav.se", "post@vasterhav.se")
    assert reading.organisations[0].contacts[0].email == "asta.lindqvist@vasterhav.se"
    assert reading.unassigned_emails == ["post@vasterhav.se"]


def test_the_evidence_of_a_hidden_address_is_the_hidden_run() -> None:
    reading = run_at_the_end(8, "asta.lindqvist@vasterhav.se")
    start, end = reading.organisations[0].evidence["contacts.0.email"]
    assert reading.text[start:end] == shifted("mailto:asta.lindqvist@vasterhav.se", 8)


@pytest.mark.parametrize(
    ("person", "hidden", "email"),
    [
        ("Bo-Erik Åkesson", "bo-erik.akesson@vasterhav.se", "bo-erik.akesson@vasterhav.se"),
        ("Åsa Öberg-Ärlig", "asa.oberg-arlig@vasterhav.se", "asa.oberg-arlig@vasterhav.se"),
        ("Tora Maria Ek", "tora.ek@vasterhav.se", "tora.ek@vasterhav.se"),
        ("Bo Erik Åkesson", "bo.akesson@vasterhav.se", "bo.akesson@vasterhav.se"),
    ],
)
def test_a_persons_name_settles_what_was_a_dot_and_what_a_dash(person: str, hidden: str, email: str) -> None:
    reading = run_at_the_end(8, hidden, contact=person)
    assert reading.organisations[0].contacts[0].email == email
    assert "dot-or-dash" not in codes(reading)


def test_a_domain_that_the_page_names_settles_its_dots_and_dashes() -> None:
    reading = run_at_the_end(8, "asta.lindqvist@vaster-hav.se", "webb@vaster-hav.se")
    assert reading.unassigned_emails == ["webb@vaster-hav.se"]


def test_what_nothing_settles_is_flagged() -> None:
    reading = run_at_the_end(8, "team.hamn@vasterhav.se")
    assert reading.unassigned_emails == ["team.hamn@vasterhav.se"]
    (notice,) = [n for n in reading.notices if n.code == "dot-or-dash"]
    assert "team-hamn@vasterhav.se" in notice.message


def test_an_address_written_twice_in_a_run_is_found_once() -> None:
    twice = "post@vasterhav.se" + "post@vasterhav.se"
    assert run_at_the_end(8, twice).unassigned_emails == ["post@vasterhav.se"]


def test_another_person_of_the_same_family_does_not_get_the_address() -> None:
    reading = run_at_the_end(8, "eva.lindqvist@vasterhav.se")
    assert reading.organisations[0].contacts[0].email is None
    assert reading.unassigned_emails == ["eva.lindqvist@vasterhav.se"]


def test_two_addresses_that_both_fit_a_person_are_left_to_a_person() -> None:
    page = section(
        "HRF är ett nätverk.",
        "Kontakt: Asta Lindqvist, enheten för omvärld",
        "Skriv till asta.lindqvist@vasterhav.se eller asta.lindqvist@hamnar.eu.",
    )
    reading = reading_of(page)
    assert reading.organisations[0].contacts[0].email is None
    assert "address-ambiguous" in codes(reading)


def test_a_mailbox_beside_the_only_contact_belongs_to_it() -> None:
    page = section("HRF är ett nätverk.", "Kontakt: Enheten för omvärld, omvarld@vasterhav.se")
    assert reading_of(page).organisations[0].contacts[0].email == "omvarld@vasterhav.se"


LOCAL = st.from_regex(r"[a-z]{1,12}(?:[.-][a-z]{1,12})?", fullmatch=True)


@given(LOCAL, st.integers(0, 255))
def test_cloudflares_scheme_is_undone_with_any_key(local: str, key: int) -> None:
    assert list(cloudflare(cloudflared(f"{local}@example.org", key))) == [f"{local}@example.org"]


@given(LOCAL, st.integers(-10, 10))
@example("post", 0)
def test_typo3s_scheme_is_undone_with_any_vector(local: str, offset: int) -> None:
    token = typo3ed(f"mailto:{local}@example.org", offset)
    assert list(typo3(f"{offset} {token}")) == [f"{local}@example.org"]
    assert list(typo3(f" {token}")) == [f"{local}@example.org"]


@given(
    LOCAL,
    st.sampled_from(["example.org", "vasterhav.se", "haven.nl", "ville.fr"]),
    st.sampled_from(["user", "name", "local"]),
)
def test_any_address_in_two_attributes_is_put_together(local: str, domain: str, called: str) -> None:
    if len(local) > 1:
        assert list(SCHEMES["data"](f"data-{called}={local}\ndata-domain={domain}")) == [f"{local}@{domain}"]


@given(LOCAL, st.lists(st.integers(1, 5), max_size=30))
def test_any_address_cut_anywhere_by_a_script_is_put_together(local: str, cuts: list[int]) -> None:
    address, pieces = f"{local}@example.org", []
    for cut in [*cuts, len(address)]:
        pieces, address = ([*pieces, address[:cut]], address[cut:]) if address else (pieces, address)
    code = "".join(f"var p{n} = '{piece}';" for n, piece in enumerate(pieces))
    code += "document.write(" + " + ".join(f"p{n}" for n in range(len(pieces))) + ")"
    assert f"{local}@example.org" in list(SCHEMES["script"](code))


@given(st.text(alphabet="'\"`+=()[]{}.,;\\ab1@$ \n", max_size=400))
def test_any_script_is_read_to_its_end(code: str) -> None:
    list(SCHEMES["script"](code))


@given(LOCAL)
def test_any_address_turned_round_is_turned_back(local: str) -> None:
    assert list(SCHEMES["turned"](f"{local}@example.org"[::-1])) == [f"{local}@example.org"]


def test_an_address_that_is_a_picture_is_told_of() -> None:
    page = english("The LLR is a network.", f'{CONTACT}, <img src="/pictures/mail_lindqvist.png" alt="E-mail address">')
    reading = reading_of(page)
    assert reading.organisations[0].contacts[0].email is None
    (notice,) = [one for one in reading.notices if one.code == "address-in-picture"]
    assert "Asta Lindqvist" in notice.message


def test_a_picture_beside_an_address_is_an_ornament() -> None:
    page = english("The LLR is a network.", f'{CONTACT}, <img src="mail.png" alt="E-mail"> {ADDRESS}')
    assert "address-in-picture" not in codes(reading_of(page))


@pytest.mark.parametrize(
    "link", ['<a href="/form/12">contact form</a>', '<a href="/en/contact-form?to=12">write to us</a>']
)
def test_an_address_behind_a_form_is_told_of(link: str) -> None:
    reading = reading_of(english("The LLR is a network.", f"{CONTACT}. {link}"))
    assert reading.organisations[0].contacts[0].email is None
    (notice,) = [one for one in reading.notices if one.code == "address-behind-form"]
    assert "Asta Lindqvist" in notice.message
