"""The desk in Chromium: signing in, reviewing without JavaScript, axe on every page, small screens."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from hansa.desk import accounts
from hansa.register.models import Claim, Organisation
from tests.browser.conftest import Contexts
from tests.browser.test_website import violations
from tests.register.test_intake import Told, accepted, take_in
from tests.register.test_intake import page as a_page

pytestmark = pytest.mark.browser
PASSWORD = "en lång lösenfras"


@pytest.fixture
def waiting(transactional_db: None) -> None:
    """A page was read and accepted; a later version of it waits."""
    accounts.make_keeper("alva", PASSWORD)
    told = [Told("Kustnätverket", "KNV"), Told("Forskningsalliansen", "FOA", person="Mona Strand")]
    accepted(a_page(*told))
    take_in(a_page(told[0], Told("Forskningsalliansen", "FOA", members=30, person="Gun Alm")))


def sign_in(page: Page) -> None:
    page.goto("/desk/")
    page.fill("input[name=login]", "alva")
    page.fill("input[name=password]", PASSWORD)
    page.locator("main button[type=submit]").click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_the_desk(contexts: Contexts, waiting: None, scheme: str) -> None:
    page = contexts(color_scheme=scheme).new_page()
    page.goto("/desk/")
    assert violations(page) == []
    sign_in(page)
    addresses = page.locator("main a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    found = {"/desk/": violations(page)}
    for address in [*dict.fromkeys(addresses), "/desk/decisions/"]:
        page.goto(address)
        found[address] = violations(page)
    review = next(address for address in addresses if "/review/" in address)
    page.goto(review)
    page.locator("a[href*='/edit/']").first.click()
    found["edit"] = violations(page)
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_a_keeper_without_javascript_on_a_small_screen_reviews_a_page(contexts: Contexts, waiting: None) -> None:
    page = contexts(java_script_enabled=False, viewport={"width": 320, "height": 700}).new_page()
    sign_in(page)
    page.locator("main a[href*='/review/']").first.click()
    page.get_by_role("button", name="Godta alla").click()
    assert page.get_by_text("Allt från den här sidan är avgjort.").is_visible()
    figure = Organisation.objects.get(abbreviation="FOA").figures.get()
    assert figure.value == 30
    assert not Claim.objects.filter(state="proposed").exists()


def test_the_review_fits_a_small_screen(contexts: Contexts, waiting: None) -> None:
    page = contexts(viewport={"width": 320, "height": 700}).new_page()
    sign_in(page)
    page.locator("main a[href*='/review/']").first.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
