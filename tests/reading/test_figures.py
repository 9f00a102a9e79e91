"""Numbers in running text and behind labels: how many members, how many countries, since when."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from tests.reading.pages import english, only, reading_of, section, words


def figures(page: str) -> dict[str, tuple[int, bool]]:
    return {kind: (figure.value, figure.approximate) for kind, figure in only(page).figures.items()}


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        ("Förbundet har 120 medlemmar.", (120, False)),
        ("Förbundet har sammanlagt 120 medlemmar.", (120, False)),
        ("Förbundet består av 17 regioner och öar.", (17, False)),
        ("Förbundet består av 17 lokala och regionala myndigheter.", (17, False)),
        ("Förbundet består av elva medlemsregioner.", (11, False)),
        ("Förbundet samlar tjugotre kommuner i Norden.", (23, False)),
        ("Sammanlagt 150 regioner vid Europas kuster har gått ihop här.", (150, False)),
        ("I förbundet samarbetar 21 regioner från sex länder.", (21, False)),
        ("I nätverket finns 23 regioner och kommuner.", (23, False)),
        ("HRF bevakar hälsa och vård åt 14 lokala och regionala myndigheter.", (14, False)),
        ("Fler än 140 regioner är medlemmar i nätverket.", (140, True)),
        ("Nätverket har 12 medlemmar, varav fem regioner i Sverige.", (12, False)),
        ("Medlemsantalet har ökat från 20 till 54 medlemmar.", (54, False)),
        ("Förbundet har drygt hundra medlemmar.", (100, True)),
        ("Förbundet har ca 90 medlemsregioner.", (90, True)),
        ("Förbundet har ca. 90 medlemsregioner.", (90, True)),
        ("Förbundet har omkring 200 medlemmar.", (200, True)),
        ("Förbundet har drygt 1 200 medlemmar.", (1200, True)),
        ("Förbundet har fler än 300 medlemmar.", (300, True)),
        ("Nätverket, som har ett trettiotal medlemmar, möts varje år.", (30, True)),
    ],
)
def test_members_are_counted_in_swedish(sentence: str, members: tuple[int, bool]) -> None:
    assert figures(section(sentence))["members"] == members


@pytest.mark.parametrize(
    ("sentence", "members"),
    [
        ("The league has 120 members.", (120, False)),
        ("More than 140 regions are members of the league.", (140, True)),
        ("The LLR was founded in 1985 and today has over 140 member regions.", (140, True)),
        ("The league, founded by Region Westsea in 1990, has 30 members.", (30, False)),
        ("Two of the 40 members are Swedish.", (40, False)),
        ("It brings together about 90 member regions.", (90, True)),
        ("It consists of eleven cities and regions.", (11, False)),
        ("It has more than 1,300 members.", (1300, True)),
        ("It represents some twenty-five regions.", (25, True)),
        ("Its 34 members come from the whole coast.", (34, False)),
    ],
)
def test_members_are_counted_in_english(sentence: str, members: tuple[int, bool]) -> None:
    assert figures(english(sentence))["members"] == members


@pytest.mark.parametrize(
    ("page", "countries"),
    [
        (section("Förbundet har 20 medlemmar från åtta länder."), 8),
        (section("Medlemmarna är kommuner i sex EU-länder samt Norge."), 7),
        (section("Förbundet finns i tretton EU-länder plus Turkiet, Island och Schweiz."), 16),
        (section("Förbundet har medlemmar i 35 länder och arbetar i Bryssel."), 35),
        (english("It has members in thirteen EU countries plus Iceland and Turkey."), 15),
        (english("It is active in 12 countries."), 12),
    ],
)
def test_countries_are_counted_and_those_named_besides_added(page: str, countries: int) -> None:
    assert figures(page)["countries"] == (countries, False)


@pytest.mark.parametrize(
    "page",
    [
        section("Ett tiotal av dessa medlemmar finns i Västerhav."),
        section("Av medlemmarna är 12 kommuner i vår region."),
        section("Vi har tolv kommuner i länet."),
        section("Styrelsen har 15 ledamöter."),
        section("I Sverige finns 21 regioner."),
        section("Region Västerhav har 49 kommuner."),
        section("Arbetsgruppen för energi har 12 medlemmar."),
        section("Nätverket arbetar med 40 partnerorganisationer i 12 länder."),
        section("Vid årsmötet deltog 40 medlemmar."),
        section("Nätverket vänder sig till 12 kommuner i länet."),
        english("In 2019 the league had 120 members."),
        english("It gathers 12 regions and 30 cities."),
        english("It organises 40 seminars a year for 200 cities."),
        english("The working group on energy has 12 member regions."),
        section("I styrelsen samarbetar tolv regioner."),
        section("Förbundet gav 2019 stöd till 30 projekt."),
        section("Omkring 40 procent av medlemmarna är öar."),
        english("Some ten of these members are in our region."),
        english("Twelve of its members are Swedish."),
        english("Three of the member regions sit on the board."),
        english("About 40 per cent of members are islands."),
    ],
)
def test_a_part_of_the_members_is_not_taken_for_their_number(page: str) -> None:
    assert figures(page) == {}


def test_a_number_that_may_be_past_or_but_a_part_of_a_sum_becomes_a_notice() -> None:
    for sentence in ("In 2019 the league had 120 members.", "It gathers 12 regions and 30 cities."):
        (notice,) = [n for n in reading_of(english(sentence)).notices if n.code == "figure-doubtful"]
        assert "members" in notice.message


def test_the_number_of_all_is_kept_beside_the_number_of_ours() -> None:
    told = "Nätverket har 54 medlemmar i Norden. Ett tiotal av dessa medlemmar finns i Västerhav."
    assert figures(section(told)) == {"members": (54, False)}


@pytest.mark.parametrize(
    ("page", "year"),
    [
        (section("Förbundet bildades 1994 i Umeå."), 1994),
        (section("Förbundet grundades år 1973."), 1973),
        (english("The league was founded in 1989."), 1989),
        (english("Established in 2001, it works for harbours."), 2001),
    ],
)
def test_the_year_of_founding_is_found(page: str, year: int) -> None:
    assert figures(page)["founded"] == (year, False)


def test_labelled_values_are_figures() -> None:
    page = section("Medlemmar: cirka 90", "Länder: 12", "Grundad: 1994", "Kontakt: Enheten för omvärld")
    assert figures(page) == {"members": (90, True), "countries": (12, False), "founded": (1994, False)}


def test_figures_show_the_words_that_say_so() -> None:
    reading = reading_of(section("Förbundet finns i tretton EU-länder plus Turkiet och Island, och växer."))
    (found,) = reading.organisations
    assert words(reading, found, "figures.countries") == "tretton EU-länder plus Turkiet och Island"
    assert 0.5 < found.confidence["figures.countries"] <= 1


def test_two_numbers_that_contradict_each_other_are_noted_and_the_first_is_kept() -> None:
    reading = reading_of(section("Förbundet har 54 medlemmar.", "I dag har förbundet 60 medlemmar."))
    assert reading.organisations[0].figures["members"].value == 54
    (notice,) = [n for n in reading.notices if n.code == "figure-contradicts"]
    assert notice.span
    assert "60" in reading.text[slice(*notice.span)]


@given(st.integers(2, 199))
def test_a_number_is_read_alike_in_digits_and_in_words(number: int) -> None:
    for page, spelled in (
        (section, "Förbundet består av {} medlemsregioner."),
        (english, "It consists of {} member regions."),
    ):
        language = "sv" if page is section else "en"
        digits = figures(page(spelled.format(number)))
        letters = figures(page(spelled.format(num2words(number, lang=language))))
        assert digits == letters == {"members": (number, False)}
