"""The website in Chromium: axe, by keyboard, as a screen reader is told it, without JavaScript, small and large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core import mail
from playwright.sync_api import CDPSession, Page, Route, expect

from hansa.website import robots
from tests.browser.conftest import Contexts
from tests.website.region import Region, a_region, public_pages

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}
STATES = (
    "/?view=table",
    "/?q=finnsinte",
    "/?q=alva&topic=health",
    "/?datum=2026-10-05",
    "/?datum=2026-02-30",
    "/natverk/hk/?datum=2026-10-05",
    "/natverk/finns-inte/",
    "/en/?view=table&q=n",
)


@pytest.fixture
def region(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Region:
    monkeypatch.setattr(robots, "FASTEST", 0)  # Chromium fills a form in faster than anybody
    return a_region()


def everywhere(region: Region) -> Iterator[str]:
    """One page of each kind in each language, and the states that a page may be in."""
    yield from (address for address in public_pages(region) if "/an/" not in address)
    yield from STATES


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{v['id']}: {node['html'][:160]} {node['failureSummary'][:300]}" for v in found for node in v["nodes"]]


def test_the_axe_of_these_tests_sees_a_fault(contexts: Contexts, region: Region) -> None:
    page = contexts().new_page()
    page.goto("/om/")
    page.evaluate("document.querySelector('main').innerHTML += '<img src=x><p id=p>grey</p><a href=x></a>'")
    page.evaluate("document.querySelector('#p').style.color = '#ccc'")
    seen = {line.partition(":")[0] for line in violations(page)}
    assert seen == {"color-contrast", "image-alt", "link-name"}


def test_axe_finds_nothing_on_any_page_in_light_and_in_dark(contexts: Contexts, region: Region) -> None:
    page = contexts().new_page()
    found = {}
    for address in everywhere(region):
        page.goto(address)
        page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            if wrong := violations(page):
                found[address, scheme] = wrong
    assert found == {}


def test_axe_finds_nothing_in_a_form_with_errors_and_after_sending(contexts: Contexts, region: Region) -> None:
    page = contexts().new_page()
    page.goto("/skriv/")
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_role("alert")).to_contain_text("Ditt namn")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert violations(page) == []
    fill(page)
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meddelandet är skickat")
    assert violations(page) == []


def test_no_page_breaks_its_own_policy_or_asks_another_site(contexts: Contexts, region: Region) -> None:
    page = contexts().new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    for address in everywhere(region):
        page.goto(address)
    page.goto("/")
    page.get_by_role("searchbox").press_sequentially("nord", delay=20)
    expect(page.locator("#count")).to_have_text("1 organisation av 3")
    page.wait_for_load_state("networkidle")
    assert [text for text in said if "404" not in text] == []
    home = page.url.split("/?")[0]
    assert [url for url in asked if not url.startswith(home)] == []
    assert page.context.cookies() == [] or {c["name"] for c in page.context.cookies()} == {"csrftoken"}


def fill(page: Page) -> None:
    page.get_by_label("Ditt namn").fill("Eva Örn")
    page.get_by_label("Din e-postadress").fill("eva@visitor.example.org")
    page.get_by_label("Meddelande").fill("När är mötet?")
    page.get_by_label("Ämnesrad").fill("Möte")


def arrived() -> tuple[list[str], list[str], str]:
    (sent,) = mail.outbox
    return sent.to, sent.reply_to, sent.body.splitlines()[0]


ALVA = (["alva.sund@region.example.org"], ["eva@visitor.example.org"], "När är mötet?")


def tab_to(page: Page, name: str, most: int = 60) -> None:
    """Press Tab until what has the focus is called `name`."""
    for _press in range(most):
        page.keyboard.press("Tab")
        called = page.evaluate(
            "() => { const e = document.activeElement;"
            " return (e.labels?.[0]?.textContent || e.ariaLabel || e.textContent || '').trim() }"
        )
        if called == name:
            return
    raise AssertionError(f"Tab does not reach “{name}”")


def test_by_keyboard_alone_one_reaches_the_contact_and_writes(contexts: Contexts, region: Region) -> None:
    page = contexts().new_page()
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Hoppa till innehållet"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    tab_to(page, "Havskonferensen")
    page.keyboard.press("Enter")
    page.wait_for_url("**/natverk/hk/")
    tab_to(page, "Skriv till Alva Sund")
    page.keyboard.press("Enter")
    page.wait_for_url("**/skriv/")
    for label, words in (
        ("Ditt namn", "Eva Örn"),
        ("Din e-postadress", "eva@visitor.example.org"),
        ("Ämnesrad", ""),
        ("Meddelande", "När är mötet?"),
    ):
        tab_to(page, label)
        page.keyboard.type(words)
    tab_to(page, "Skicka")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Meddelandet är skickat")
    assert arrived() == ALVA


class Reader:
    """A screen reader: it knows a page only by its accessibility tree."""

    def __init__(self, page: Page) -> None:
        self.session: CDPSession = page.context.new_cdp_session(page)
        self.session.send("Accessibility.enable")
        self.session.send("DOM.enable")

    def tree(self) -> list[dict[str, Any]]:
        nodes: list[dict[str, Any]] = self.session.send("Accessibility.getFullAXTree")["nodes"]
        return [node for node in nodes if not node.get("ignored")]

    def names(self, role: str) -> list[str]:
        return [node["name"]["value"] for node in self.tree() if node["role"]["value"] == role]

    def on(self, role: str, name: str, code: str) -> None:
        """Run code on the element that is told as this role with this name."""
        found = [n for n in self.tree() if (n["role"]["value"], n.get("name", {}).get("value")) == (role, name)]
        assert found, f"no {role} called “{name}” is told"
        resolved = self.session.send("DOM.resolveNode", {"backendNodeId": found[0]["backendDOMNodeId"]})
        self.session.send(
            "Runtime.callFunctionOn",
            {"objectId": resolved["object"]["objectId"], "functionDeclaration": f"function() {{ {code} }}"},
        )

    def write(self, name: str, words: str) -> None:
        self.on("textbox", name, "this.focus(); this.select()")
        self.session.send("Input.insertText", {"text": words})


def test_by_a_screen_reader_one_reaches_the_contact_and_writes(contexts: Contexts, region: Region) -> None:
    page = contexts().new_page()
    page.goto("/")
    reader = Reader(page)
    assert reader.names("heading")[0] == "Våra internationella nätverk"
    assert {"Huvudmeny"} <= set(reader.names("navigation"))
    assert "Region Västerhav och dess nätverk" in reader.names("image")
    reader.on("link", "Havskonferensen", "this.click()")
    page.wait_for_url("**/natverk/hk/")
    reader = Reader(page)
    assert "Kontakt" in reader.names("heading")
    assert "Kontakt" in reader.names("complementary")
    reader.on("link", "Skriv till Alva Sund", "this.click()")
    page.wait_for_url("**/skriv/")
    reader = Reader(page)
    assert reader.names("heading")[0] == "Skriv till Alva Sund"
    assert "Lämna detta tomt" not in reader.names("textbox")
    reader.write("Ditt namn", "Eva Örn")
    reader.write("Din e-postadress", "eva@visitor.example.org")
    reader.write("Meddelande", "När är mötet?")
    reader.on("button", "Skicka", "this.click()")
    expect(page.get_by_role("heading", level=1)).to_have_text("Meddelandet är skickat")
    assert [node for node in Reader(page).tree() if node["role"]["value"] == "status"] != []
    assert arrived() == ALVA


def test_a_screen_reader_is_told_of_errors_and_put_at_them(contexts: Contexts, region: Region) -> None:
    page = contexts().new_page()
    page.goto("/skriv/")
    page.get_by_role("button", name="Skicka").click()
    expect(page.locator("#errors")).to_be_focused()
    told = [node for node in Reader(page).tree() if node["role"]["value"] == "textbox"]
    email = next(node for node in told if node["name"]["value"] == "Din e-postadress")
    assert "Svaret skickas dit." in email["description"]["value"]
    assert "måste fyllas i" in email["description"]["value"]
    assert {p["name"]: p["value"].get("value") for p in email["properties"]}["invalid"] == "true"


def test_without_javascript_one_searches_reaches_the_contact_and_writes(contexts: Contexts, region: Region) -> None:
    page = contexts(java_script_enabled=False).new_page()
    page.goto("/")
    page.get_by_role("searchbox").fill("hk")
    page.get_by_role("button", name="Sök").click()
    expect(page.locator("#count")).to_have_text("1 organisation av 3")
    page.get_by_role("link", name="Havskonferensen").click()
    page.locator(".card summary").first.click()
    expect(page.locator(".card .src-body").first).to_be_visible()
    page.get_by_role("link", name="Skriv till Alva Sund").click()
    fill(page)
    page.get_by_role("button", name="Skicka").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meddelandet är skickat")
    assert arrived() == ALVA


def test_search_follows_the_typing_and_keeps_the_focus(contexts: Contexts, region: Region) -> None:
    page = contexts(locale="en-GB").new_page()
    page.goto("/en/")
    page.evaluate("window.same = true")
    box = page.get_by_role("searchbox")
    box.press_sequentially("alva", delay=20)
    expect(page.locator("#count")).to_have_text("2 organisations of 3")
    expect(box).to_be_focused()
    expect(box).to_have_value("alva")
    assert re.search(r"[?&]q=alva", page.url)
    topic = page.get_by_label("Topic", exact=True)
    expect(topic.locator("option")).to_have_text(["All", "Energy (1)", "Health and care (1)", "Sea and coast (1)"])
    topic.focus()
    topic.select_option("health")
    expect(page.locator("#count")).to_have_text("1 organisation of 3")
    expect(topic).to_be_focused()
    page.get_by_role("link", name="Show as a table").click()
    expect(page.get_by_role("row")).to_have_count(2)
    page.go_back()
    expect(page.get_by_role("heading", level=2, name="Ärlighetens nätverk")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Our international networks")


def test_what_is_chosen_while_an_answer_is_on_its_way_stays_chosen(contexts: Contexts, region: Region) -> None:
    page = contexts(locale="en-GB").new_page()
    page.goto("/en/")
    page.get_by_role("searchbox").press_sequentially("alva", delay=20)
    expect(page.locator("#count")).to_have_text("2 organisations of 3")
    slow: list[Route] = []
    page.route(re.compile(r"/en/\?"), lambda route: route.continue_() if slow else slow.append(route))
    topic = page.get_by_label("Topic", exact=True)
    with page.expect_request(re.compile(r"/en/\?")):
        topic.focus()  # leaving the search box asks once more
    with page.expect_response(re.compile("topic=health")):
        topic.select_option("health")
        slow[0].continue_()
    expect(page.locator("#count")).to_have_text("1 organisation of 3")
    expect(topic).to_have_value("health")


def test_nothing_needs_scrolling_sideways_at_320_pixels_nor_at_400_percent(contexts: Contexts, region: Region) -> None:
    for options in (
        {"viewport": {"width": 320, "height": 640}},
        {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4},
    ):
        page = contexts(**options).new_page()
        for address in everywhere(region):
            page.goto(address)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
            beyond = page.evaluate(
                "() => [...document.querySelectorAll('main *, header *, footer *')].filter(e => {"
                " const r = e.getBoundingClientRect();"
                " return r.width > 1 && r.right > 321 && !e.closest('.scroll, .trap') })"
                ".map(e => e.outerHTML.slice(0, 120))"
            )
            assert beyond == [], address


def test_text_with_more_space_is_not_cut(contexts: Contexts, region: Region) -> None:
    """WCAG 1.4.12: the reader's own spacing."""
    page = contexts(viewport={"width": 320, "height": 640}, bypass_csp=True).new_page()
    for address in ("/", "/natverk/hk/", "/skriv/"):
        page.goto(address)
        page.add_style_tag(
            content="*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}"
            "p{margin-bottom:2em!important}"
        )
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address
        clipped = page.evaluate(
            "() => [...document.querySelectorAll('a, button, h1, h2, h3, label')].filter(e => !e.closest('.skip')"
            " && e.scrollHeight > e.clientHeight + 4 && getComputedStyle(e).overflowY === 'hidden').length"
        )
        assert clipped == 0, address


def test_focus_goes_in_the_order_of_the_page_and_can_be_seen(contexts: Contexts, region: Region) -> None:
    page = contexts(reduced_motion="reduce").new_page()
    for address in ("/", "/natverk/hk/", "/kontakter/", "/skriv/", "/?view=table"):
        page.goto(address)
        expected = page.evaluate(
            "() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary,"
            ' [tabindex="0"]\')].filter(e => e.tabIndex >= 0 && e.checkVisibility())'
            ".map((e, i) => (e.dataset.n = i, i))"
        )
        visited = []
        for _press in expected:
            page.keyboard.press("Tab")
            seen = page.evaluate(
                "() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();"
                " return {n: +e.dataset.n, style: s.outlineStyle, width: parseFloat(s.outlineWidth),"
                " inside: r.bottom > 0 && r.top < innerHeight && r.right > 0} }"
            )
            if visited and seen["n"] == visited[-1]:
                continue  # the parts of a date
            visited.append(seen["n"])
            assert seen["style"] != "none", (address, seen)
            assert seen["width"] >= 2, (address, seen)
            assert seen["inside"], (address, seen)
        assert visited == sorted(visited), address
        assert len(visited) >= len(expected) - 3, address


def test_nothing_moves_for_who_wants_no_motion(contexts: Contexts, region: Region) -> None:
    page = contexts(reduced_motion="reduce").new_page()
    for address in ("/", "/natverk/hk/"):
        page.goto(address)
        moving = page.evaluate(
            "() => [...document.querySelectorAll('*')].filter(e => { const s = getComputedStyle(e);"
            " return s.transitionDuration !== '0s' || s.animationName !== 'none' }).length"
        )
        assert moving == 0, address


def test_printed_there_is_the_content_and_no_navigation(contexts: Contexts, region: Region) -> None:
    page = contexts().new_page()
    for address in ("/", "/natverk/hk/", "/en/contacts/"):
        page.goto(address)
        page.emulate_media(media="print", color_scheme="dark")
        for hidden in page.locator("header nav, form.find, form.as-of, .skip, .network").all():
            expect(hidden).to_be_hidden()
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        assert len(page.pdf(format="A4")) > 5000


def test_parts_in_another_language_are_in_that_language_to_the_browser(contexts: Contexts, region: Region) -> None:
    page = contexts().new_page()
    page.goto("/en/networks/nordsjokommissionen/")
    assert page.locator("h1 :text('Nordsjökommissionen')").evaluate("e => e.matches(':lang(sv)')")
    assert page.get_by_role("link", name="Svenska").evaluate("e => e.matches(':lang(sv)')")
    assert page.get_by_role("link", name="Contacts").evaluate("e => e.matches(':lang(en)')")
    page.goto("/natverk/hk/")
    assert page.locator(".lede").evaluate("e => e.matches(':lang(sv)')")


def test_the_narrow_picture_stands_on_a_small_screen_and_the_wide_one_on_a_large(
    contexts: Contexts, region: Region
) -> None:
    for width, shown, hidden in ((360, ".narrow", ".wide"), (1280, ".wide", ".narrow")):
        page = contexts(viewport={"width": width, "height": 800}).new_page()
        page.goto("/")
        expect(page.locator(f".network{shown} svg")).to_be_visible()
        expect(page.locator(f".network{hidden} svg")).to_be_hidden()
        boxes = page.locator(f".network{shown} text").evaluate_all(
            "all => all.map(e => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom] })"
        )
        for at, one in enumerate(boxes):
            assert 0 <= one[0] <= one[2] <= width
            for other in boxes[at + 1 :]:
                assert one[3] <= other[1] + 1 or other[3] <= one[1] + 1 or one[2] <= other[0] or other[2] <= one[0]
