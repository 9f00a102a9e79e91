"""The desk: who may do what, and reviewing what an import proposed."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern

from hansa.desk import accounts
from hansa.desk.accounts import AccountError
from hansa.register import claims
from hansa.register.claims import Accept
from hansa.register.models import Claim, Decision, Organisation, Source, new_id
from hansa.register.vocabulary import Kind
from tests.builders import KEEPER, a_source, an_authority, an_organisation, propose, statements
from tests.register.test_intake import Told, take_in
from tests.register.test_intake import page as a_page

pytestmark = pytest.mark.django_db
PASSWORD = "en lång lösenfras"


@pytest.fixture
def keeper() -> Client:
    client = Client()
    client.force_login(accounts.make_keeper("alva", PASSWORD))
    return client


@pytest.fixture
def stranger() -> Client:
    """Somebody with an account and no rights."""
    client = Client()
    client.force_login(User.objects.create_user("okänd", password=PASSWORD))
    return client


def a_proposal(**values: Any) -> tuple[Source, list[Claim]]:
    source = a_source("Havsnätet är ett nätverk.\nHemsida: havet.example.org")
    return source, propose(Kind.ORGANISATION, new_id(), source, **(values or {"name": {"sv": "Havsnätet"}}))


def desk_views() -> list[str]:
    """Every view of the desk but sign-in, by its address."""
    names = []
    for resolver in get_resolver().url_patterns:
        if str(getattr(resolver, "pattern", "")) == "desk/":
            names = [p.name for p in resolver.url_patterns if isinstance(p, URLPattern) and p.name]
    return [name for name in names if not name.startswith("account_")]


def address(name: str) -> str:
    source, made = a_proposal()
    arguments: dict[str, list[Any]] = {
        "desk_review": [source.pk],
        "desk_source": [source.pk],
        "desk_edit": [made[0].pk],
        "desk_decision": [1],
        "desk_undo": [1],
    }
    return reverse(name, args=arguments.get(name, []))


@pytest.mark.parametrize("name", desk_views())
def test_every_view_asks_who_is_not_signed_in_to_sign_in(name: str) -> None:
    an_organisation()
    url = address(name)
    answer = Client().post(url) if name == "desk_undo" else Client().get(url)
    assert (answer.status_code, answer["Location"]) == (302, f"/desk/sign-in/?next={url}")


@pytest.mark.parametrize("name", desk_views())
def test_every_view_refuses_a_stranger(name: str, stranger: Client) -> None:
    an_organisation()
    url = address(name)
    answer = stranger.post(url) if name == "desk_undo" else stranger.get(url)
    assert answer.status_code == 403


@pytest.mark.parametrize("name", [name for name in desk_views() if name != "desk_undo"])
def test_every_view_lets_a_keeper_in(name: str, keeper: Client) -> None:
    an_organisation()
    answer = keeper.get(address(name))
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def test_who_may_only_look_cannot_decide(stranger: Client) -> None:
    user = User.objects.get(username="okänd")
    user.user_permissions.set(accounts.keepers().permissions.filter(codename="view_claim"))
    source, made = a_proposal()

    seen = stranger.get(reverse("desk_review", args=[source.pk]))
    answer = stranger.post(reverse("desk_review", args=[source.pk]), {"action": f"accept:{made[0].pk}"})

    assert (seen.status_code, answer.status_code) == (200, 403)
    assert 'name="action"' not in seen.content.decode()
    assert not Decision.objects.exists()


def test_a_keeper_signs_in_with_name_and_password() -> None:
    accounts.make_keeper("alva", PASSWORD)
    client = Client()
    answer = client.post("/desk/sign-in/", {"login": "alva", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/desk/")


def test_signing_in_leads_to_no_other_site() -> None:
    accounts.make_keeper("alva", PASSWORD)
    answer = Client().post("/desk/sign-in/?next=https://evil.example/", {"login": "alva", "password": PASSWORD})
    assert answer["Location"] == "/desk/"


def test_a_weak_password_is_refused_with_the_reason() -> None:
    with pytest.raises(AccountError, match="12"):
        accounts.make_keeper("alva", "kort")
    assert not User.objects.exists()


def review(client: Client, source: Source, action: str, *ticked: Claim, **more: str) -> Any:
    data = {"action": action, "claim": [str(claim.pk) for claim in ticked], **more}
    return client.post(reverse("desk_review", args=[source.pk]), data, follow=True)


def test_all_is_accepted_with_one_button_and_one_decision(keeper: Client) -> None:
    made = take_in(a_page(Told("Kustnätverket", "KNV"), Told("Forskningsalliansen", "FOA")))

    review(keeper, made.source, "accept:all", note="Läst och godtaget")

    assert Organisation.objects.count() == 3
    decision = Decision.objects.get()
    assert (decision.actor, decision.note) == ("alva", "Läst och godtaget")
    assert not Claim.objects.filter(state="proposed").exists()


def test_one_claim_is_accepted_with_what_it_needs(keeper: Client) -> None:
    source, made = a_proposal(name={"sv": "Havsnätet"}, website="https://havet.example.org", members=12)
    website = next(claim for claim in made if claim.property == "website")

    answer = review(keeper, source, f"accept:{website.pk}")

    organisation = Organisation.objects.get()
    assert (organisation.name, organisation.website) == ({"sv": "Havsnätet"}, "https://havet.example.org")
    assert Claim.objects.get(property="members").state == "proposed"
    assert "2 påståenden godtogs" in answer.content.decode()


def test_ticked_claims_are_rejected_together(keeper: Client) -> None:
    source, made = a_proposal(name={"sv": "Havsnätet"}, members=12)

    review(keeper, source, "reject:ticked", *made)

    assert {claim.state for claim in Claim.objects.all()} == {"rejected"}
    assert Decision.objects.count() == 1


def test_nothing_ticked_is_told(keeper: Client) -> None:
    source, _made = a_proposal()
    assert "Kryssa först" in review(keeper, source, "accept:ticked").content.decode()


def test_a_claim_decided_on_by_another_meanwhile_is_told(keeper: Client) -> None:
    source, made = a_proposal()
    claims.decide(KEEPER, reject=[made[0].id])

    answer = review(keeper, source, f"accept:{made[0].pk}")

    assert "avgjorts under tiden" in answer.content.decode()
    assert Decision.objects.count() == 1


def test_a_value_that_changed_since_the_page_was_shown_is_not_overwritten(keeper: Client) -> None:
    subject = an_organisation("Först")
    source = a_source()
    mine, theirs = (propose(Kind.ORGANISATION, subject, source, name={"sv": name})[0] for name in ("Mitt", "Deras"))
    shown = Claim.objects.get(subject=subject, property="name", state="accepted")
    claims.decide(KEEPER, accept=[Accept(theirs.id, shown.id)])

    answer = review(keeper, source, f"accept:{mine.pk}", **{f"standing-{mine.pk}": str(shown.pk)})

    assert "har ändrats av någon annan" in answer.content.decode()
    assert Organisation.objects.get().name == {"sv": "Deras"}


def test_the_words_of_a_claim_are_marked_in_the_source(keeper: Client) -> None:
    source = a_source("Havsnätet <script>alert(1)</script> har 12 medlemmar.")
    statement = statements(Kind.ORGANISATION, new_id(), name={"sv": "Havsnätet"})[0]
    claim = claims.propose(source, [claims.Statement(**{**_fields(statement), "start": 0, "end": 9})]).new[0]

    html = keeper.get(reverse("desk_review", args=[source.pk])).content.decode()

    assert f'<mark id="words-{claim.pk}">Havsnätet</mark>' in html
    assert "<script>alert" not in html


def _fields(statement: claims.Statement) -> dict[str, Any]:
    return {name: getattr(statement, name) for name in statement.__slots__}


def test_a_proposal_is_corrected_and_the_correction_is_the_keepers_word(keeper: Client) -> None:
    _source, made = a_proposal(name={"sv": "Havsnätet"}, members=12)
    members = next(claim for claim in made if claim.property == "members")

    keeper.post(reverse("desk_edit", args=[members.pk]), {"value": "14", "approximate": "on"})

    figure = Organisation.objects.get().figures.get()
    assert (figure.value, figure.approximate) == (14, True)
    assert Claim.objects.get(pk=members.pk).state == "rejected"
    accepted = Claim.objects.get(property="members", state="accepted")
    assert [seen.source.kind for seen in accepted.evidence.all()] == ["word"]


@pytest.mark.parametrize("value", ["", "-3", "många"])
def test_a_correction_that_is_no_number_is_refused_with_the_reason(keeper: Client, value: str) -> None:
    _source, made = a_proposal(name={"sv": "Havsnätet"}, members=12)
    members = next(claim for claim in made if claim.property == "members")

    answer = keeper.post(reverse("desk_edit", args=[members.pk]), {"value": value})

    assert answer.status_code == 200
    assert 'class="error"' in answer.content.decode()
    assert not Decision.objects.exists()


def test_a_doubtful_match_is_asked_and_answered_at_the_desk(keeper: Client) -> None:
    an_authority()
    an_organisation("Kustnätverket för regioner")
    made = take_in(a_page(Told("Kustnätverket regionerna", "KNR")))
    question = made.questions[0]

    html = keeper.get(reverse("desk_review", args=[made.source.pk])).content.decode()
    assert "Är ”Kustnätverket regionerna” ett annat namn på Kustnätverket för regioner?" in html
    review(keeper, made.source, "accept:all")
    assert Claim.objects.get(pk=question.pk).state == "proposed"

    review(keeper, made.source, f"accept:{question.pk}")

    assert Claim.objects.filter(kind="membership", state="proposed").exists()


def test_a_decision_is_undone_at_the_desk_and_its_claims_wait_again(keeper: Client) -> None:
    source, _made = a_proposal()
    review(keeper, source, "accept:all")

    answer = keeper.post(reverse("desk_undo", args=[1]), {"note": "Fel sida"}, follow=True)

    assert not Organisation.objects.exists()
    assert [claim.value for claim in Claim.objects.filter(state="proposed")] == ["Havsnätet"]
    assert "Beslut 1 ångrades" in answer.content.decode()
    assert Decision.objects.get(number=2).undoes_id == 1


def test_undo_is_only_by_post(keeper: Client) -> None:
    an_organisation()
    assert keeper.get(reverse("desk_undo", args=[1])).status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_the_review_asks_the_database_as_often_whatever_waits(
    keeper: Client, count: int, django_assert_max_num_queries: Any
) -> None:
    source = a_source()
    for number in range(count):
        propose(Kind.ORGANISATION, new_id(), source, name={"sv": f"Nät {number}"}, members=number)
    with django_assert_max_num_queries(16):
        keeper.get(reverse("desk_review", args=[source.pk]))


@pytest.mark.parametrize(
    ("asked", "language", "words"),
    [("en-GB,en;q=0.9", "en", "Sign in"), ("sv", "sv", "Logga in"), ("", "sv", "Logga in")],
)
def test_the_desk_speaks_the_language_that_the_browser_asks_for(asked: str, language: str, words: str) -> None:
    page = Client().get(reverse("account_login"), headers={"accept-language": asked}).content.decode()
    assert f'<html lang="{language}"' in page
    assert words in page
