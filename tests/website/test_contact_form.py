"""Writing to a contact: it really goes there, nothing is lost, and the address never shows."""

from __future__ import annotations

import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hansa.register import clock
from hansa.website import robots
from hansa.website.models import Sending
from tests.builders import MOMENT, a_contact, a_membership, a_person, a_unit, an_authority, an_organisation
from tests.website.html import Page
from tests.website.region import ADDRESSES, Region, a_region

pytestmark = pytest.mark.django_db
MESSAGE = {
    "name": "Eva Örn",
    "email": "eva@visitor.example.org",
    "subject": "Östersjön",
    "message": "Hej!\nNär är mötet?",
    "homepage": "",
}


class RefusingBackend(EmailBackend):
    """A mail server that does not answer."""

    def send_messages(self, messages: Any) -> int:
        raise ConnectionRefusedError(f"could not reach the server of {messages[0].to}")


@pytest.fixture
def region() -> Region:
    return a_region()


def filled(seconds: float = 30, **changes: str) -> dict[str, str]:
    """The form as a person sends it who took this long to fill it in."""
    with clock.at(clock.now() - timedelta(seconds=seconds)):
        return {**MESSAGE, "moment": robots.moment(), **changes}


def send(client: Client, address: str, **changes: str) -> Page:
    return Page(client.post(address, filled(**changes)))


def to(region: Region) -> str:
    return f"/kontakter/{region.contact}/skriv/"


def test_a_message_goes_to_the_person_and_the_answer_to_the_visitor(client: Client, region: Region) -> None:
    page = send(client, to(region))
    assert page.status == 200
    assert page.of("h1") == "Meddelandet är skickat"
    (sent,) = mail.outbox
    assert sent.to == ["alva.sund@region.example.org"]
    assert (sent.cc, sent.bcc, sent.reply_to) == ([], [], ["eva@visitor.example.org"])
    assert sent.subject == "Östersjön"
    assert sent.body.startswith("Hej!\nNär är mötet?\n\n--\nEva Örn skrev detta till Alva Sund")


def test_a_units_message_goes_to_the_unit_and_the_authoritys_to_its_mailbox(client: Client, region: Region) -> None:
    send(client, f"/en/contacts/{region.unit_contact}/write/")
    send(client, "/en/write/")
    assert [sent.to for sent in mail.outbox] == [["internationellt@region.example.org"], ["post@region.example.org"]]


def test_without_an_address_of_the_contact_the_authority_passes_it_on_and_the_page_says_so(client: Client) -> None:
    authority = an_authority(mailbox="post@region.example.org")
    contact = a_contact(a_membership(authority, an_organisation()), person=a_person("Nils Åhav"))
    address = f"/en/contacts/{contact}/write/"
    assert "passes it on to Nils Åhav" in Page(client.get(address)).of(".lede")
    assert "passes it on to Nils Åhav" in send(client, address).of(".lede")
    assert mail.outbox[0].to == ["post@region.example.org"]


def test_without_any_address_the_page_says_so_and_sends_nothing(client: Client) -> None:
    contact = a_contact(a_membership(an_authority(), an_organisation()), person=a_person())
    address = f"/en/contacts/{contact}/write/"
    assert "The register has no address" in Page(client.get(address)).of(".empty")
    assert send(client, address).all("form.write") == []
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("name", "", "Detta fält måste fyllas i."),
        ("email", "eva", "Fyll i en giltig e-postadress."),
        ("email", "eva@example.org\nBcc: x@y.example.org", "Fyll i en giltig e-postadress."),
        ("subject", "", "Detta fält måste fyllas i."),
        ("message", " ", "Detta fält måste fyllas i."),
        ("message", "x" * 10_001, "Säkerställ att detta värde har som mest 10000 tecken (den har 10001)."),
    ],
)
def test_what_is_wrong_is_told_at_the_field_and_above_and_nothing_is_lost(
    client: Client, region: Region, field: str, value: str, error: str
) -> None:
    page = send(client, to(region), **{field: value})
    assert page.status == 422
    assert page.of(f"#id_{field}_error") == error
    assert page.attributes(".errors a", "href") == [f"#id_{field}"]
    described = page.attributes(f"#id_{field}", "aria-describedby")[0] or ""
    assert f"id_{field}_error" in described.split()
    assert page.attributes(f"#id_{field}", "aria-invalid") == ["true"]
    assert page.of("title").startswith("Fel: ")
    if field != "message":
        assert page.of("#id_message") == "Hej! När är mötet?"
    assert mail.outbox == []


def test_after_mending_it_can_be_sent_at_once(client: Client, region: Region) -> None:
    again = Page(client.post(to(region), filled(email="eva")))
    moment = again.attributes("#id_moment", "value")[0] or ""
    assert Page(client.post(to(region), {**MESSAGE, "moment": moment})).status == 200
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"homepage": "https://spam.example.org"}, "Lämna det dolda fältet tomt"),
        ({"moment": ""}, "Formuläret var inte fullständigt"),
        ({"moment": "forged:abc:def"}, "Formuläret var inte fullständigt"),
        ({"seconds": 0.1}, "Det gick väldigt fort"),
        ({"seconds": 13 * 3600.0}, "Formuläret har varit öppet länge"),
    ],
)
def test_a_robot_is_kept_out_without_a_puzzle(
    client: Client, region: Region, changes: dict[str, Any], why: str
) -> None:
    page = send(client, to(region), **changes)
    assert page.status == 422
    assert page.of(".errors li").startswith(why)
    assert mail.outbox == []


def test_the_seventh_message_within_an_hour_is_refused_and_not_lost(client: Client, region: Region) -> None:
    with clock.at(MOMENT):
        assert [send(client, to(region)).status for _turn in range(7)] == [200] * 6 + [429]
        page = send(client, to(region))
        assert page.of("#id_message") == "Hej! När är mötet?"
        assert Page(client.post(to(region), filled(), REMOTE_ADDR="10.0.0.9")).status == 200
    with clock.at(MOMENT + timedelta(hours=1, minutes=1)):
        assert send(client, to(region)).status == 200
    with clock.at(MOMENT + timedelta(days=2)):
        send(client, to(region))
    assert Sending.objects.count() == 1


def test_behind_a_proxy_the_visitor_is_who_the_proxy_says(client: Client, region: Region, settings: Any) -> None:
    settings.HTTPS = True
    for turn in range(8):
        forwarded = {"X-Forwarded-For": f"9.9.9.9, 10.0.0.{turn}"}
        assert client.post(to(region), filled(), headers=forwarded).status_code == 200
    forged = [
        client.post(to(region), filled(), headers={"X-Forwarded-For": f"9.9.9.{turn}, 10.1.1.1"}).status_code
        for turn in range(7)
    ]
    assert forged == [200] * 6 + [429]


def test_a_mail_server_that_fails_loses_nothing_and_tells_no_address(
    client: Client, region: Region, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    with caplog.at_level(logging.DEBUG):
        page = send(client, to(region))
    assert page.status == 503
    assert page.of(".errors li").startswith("Meddelandet kunde inte skickas just nu")
    assert page.of("#id_message") == "Hej! När är mötet?"
    for address in ADDRESSES:
        assert address not in page.html
        assert address not in caplog.text
    assert "ConnectionRefusedError" in caplog.text


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(min_size=1, max_size=40).filter(str.strip),
    st.sampled_from(
        ["\nBcc: x@evil.example.org", "\r\nTo: y@evil.example.org\r\n\r\n", "%0aCc:z@evil.example.org", "\u2028"]
    ),
)
def test_nothing_that_is_written_becomes_a_header(client: Client, region: Region, words: str, attack: str) -> None:
    mail.outbox = []
    Sending.objects.all().delete()
    client.post(to(region), filled(name=words + attack, subject=attack + words, message=words + attack))
    for sent in mail.outbox:
        message = sent.message()
        assert [message[header] for header in ("To", "Reply-To")] == [
            "alva.sund@region.example.org",
            "eva@visitor.example.org",
        ]
        assert [message[header] for header in ("Cc", "Bcc")] == [None, None]
        assert "\n" not in sent.subject
        assert sent.recipients() == ["alva.sund@region.example.org"]


def test_the_form_asks_for_a_token_of_its_own(region: Region) -> None:
    page = Page(Client(enforce_csrf_checks=True).post(to(region), filled()))
    assert (page.status, page.of("h1")) == (403, "Formuläret togs inte emot")
    assert mail.outbox == []


def test_haste_is_not_held_against_who_has_something_else_to_mend(client: Client, region: Region) -> None:
    page = Page(client.post(to(region), filled(seconds=0.1, email="")))
    assert page.all(".errors li") == ["Din e-postadress : Detta fält måste fyllas i."]


def test_the_recipients_address_is_in_no_answer(client: Client, region: Region) -> None:
    answers = [client.get(to(region)), client.post(to(region), filled()), client.post(to(region), filled(email="x"))]
    for answer in answers:
        everything = answer.content.decode() + str(answer.headers)
        assert [address for address in ADDRESSES if address in everything] == []


def test_one_who_is_no_longer_a_contact_cannot_be_written_to(client: Client, region: Region) -> None:
    ended = a_contact(a_membership(region.authority, region.other), person=region.person, until="2020")
    left = a_contact(a_membership(region.authority, region.other, until="2020"), person=region.person)
    for contact in (ended, left, region.person):
        page = Page(client.get(f"/kontakter/{contact}/skriv/"))
        assert page.status == 404
        assert page.of(".lede") == "Kontakten finns inte längre i registret."


def test_the_demonstration_keeps_its_mail_in_files(
    client: Client, region: Region, settings: Any, tmp_path: Path
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    send(client, to(region))
    (kept,) = (tmp_path / "mail").iterdir()
    assert "To: alva.sund@region.example.org" in kept.read_text()


def test_a_unit_with_an_address_is_asked_where_the_person_has_none(client: Client) -> None:
    authority = an_authority()
    unit = a_unit(authority, email="enheten@region.example.org")
    contact = a_contact(a_membership(authority, an_organisation()), person=a_person(), unit=unit)
    send(client, f"/kontakter/{contact}/skriv/")
    assert mail.outbox[0].to == ["enheten@region.example.org"]
