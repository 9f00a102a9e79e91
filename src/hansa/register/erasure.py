"""Erasing personal data for good (GDPR, article 17).

What was said of the person goes from the claims; the words that said so go from the evidence and from the
sources' texts; a source's original bytes go whole, since an address may stand in them in a form that no search
finds. Claims about other things, and the fold of all claims, hold as before.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from hansa.register import claims
from hansa.register.errors import UnknownThingError
from hansa.register.models import Claim, Decision, Evidence, Source
from hansa.register.projection import project
from hansa.register.vocabulary import Kind

BLOCK = "█"
SHORTEST = 3  # a shorter word would black out half a page


@transaction.atomic
def erase(person: UUID, actor: claims.Actor, note: str = "") -> Decision:
    """Erase everything that the register holds about a person. Raises UnknownThingError where there is nobody."""
    claims.lock()
    about = list(Claim.objects.filter(kind=Kind.PERSON, subject=person, erased_in=None))
    if not about:
        raise UnknownThingError(_("There is no such person in the register, or all is erased already."))
    words = _words(about)
    decision = claims.new_decision(actor, note, kind=Decision.Kind.ERASE)
    referring = Claim.objects.filter(reference=person)
    touched = {claim.subject: Kind(claim.kind) for claim in referring} | {person: Kind.PERSON}
    concerned = [*about, *referring]
    _redact(concerned, words)
    for claim in about:
        claim.value, claim.fingerprint, claim.slot = None, claim.id.hex, claim.id.hex
        claim.erased_in = decision
    Claim.objects.bulk_update(about, ["value", "fingerprint", "slot", "erased_in"], batch_size=500)
    ids = [claim.id for claim in concerned]
    open_claims = Claim.objects.filter(id__in=ids)
    open_claims.filter(state=Claim.State.PROPOSED).update(state=Claim.State.REJECTED, ended_in=decision)
    open_claims.filter(state=Claim.State.ACCEPTED).update(state=Claim.State.WITHDRAWN, ended_in=decision)
    project(touched)
    return decision


def _words(about: Iterable[Claim]) -> list[str]:
    """What to look for in texts: names, addresses and numbers of the person, the longest first."""
    telling = ("name", "other_names", "email", "phone")
    found = {str(claim.value) for claim in about if claim.property in telling and claim.value}
    # A page may write the sign otherwise: “nils.ahav (at) example.org”.
    found |= {word.partition("@")[0] for word in found if "@" in word}
    return sorted((word for word in found if len(word) >= SHORTEST), key=len, reverse=True)


def _redact(concerned: Iterable[Claim], words: Iterable[str]) -> None:
    """Black the person out of evidence and sources; every text keeps its length, so that spans still fit."""
    words = list(words)
    own = list(Evidence.objects.filter(claim__in=[claim.id for claim in concerned]))
    named, written = Q(), Q()
    for word in words:
        named |= Q(quote__icontains=word)
        written |= Q(text__icontains=word)
    elsewhere = list(Evidence.objects.filter(named)) if words else []
    sources = {seen.source_id for seen in [*own, *elsewhere]}
    if words:
        sources |= set(Source.objects.filter(written).values_list("id", flat=True))
    spans: dict[UUID, list[tuple[int, int]]] = {}
    for seen in own:
        if seen.start is not None and seen.end is not None:
            spans.setdefault(seen.source_id, []).append((seen.start, seen.end))
    for source in Source.objects.filter(id__in=sources).exclude(kind=Source.Kind.RULE):
        text = source.text
        for start, end in spans.get(source.id, []):
            text = text[:start] + BLOCK * (min(end, len(text)) - start) + text[end:]
        source.text = blacked(text, words)
        source.title = blacked(source.title, words)
        source.notices = [
            {**notice, "message": blacked(str(notice.get("message", "")), words)} for notice in source.notices
        ]
        source.content, source.redacted = None, True
        source.save(update_fields=["text", "title", "notices", "content", "redacted"])
    for seen in own:
        seen.quote = ""
    for seen in elsewhere:
        seen.quote = blacked(seen.quote, words)
    mine = {seen.pk for seen in own}
    Evidence.objects.bulk_update(
        [*own, *(seen for seen in elsewhere if seen.pk not in mine)], ["quote"], batch_size=500
    )


def blacked(text: str, words: Iterable[str]) -> str:
    """`text` with each of `words` blacked out, whatever its case, at the same length."""
    low = text.lower()
    if len(low) != len(text):  # a few letters change their length with their case
        low = text
    for word in words:
        wanted, start = word.lower(), 0
        while (found := low.find(wanted, start)) >= 0:
            end = found + len(wanted)
            text = text[:found] + BLOCK * len(wanted) + text[end:]
            low = low[:found] + BLOCK * len(wanted) + low[end:]
            start = end
    return text
