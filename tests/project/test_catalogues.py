"""Both languages say everything that the code says."""

from __future__ import annotations

import re

import pytest

from tests.catalogues import LANGUAGES, catalogue, extracted, forms, keys

FIELD = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_the_messages_of_the_code_and_no_others(language: str) -> None:
    code, kept = keys(extracted()), keys(catalogue(language))
    assert (sorted(map(str, code - kept)), sorted(map(str, kept - code))) == ([], []), "run `make messages`"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    assert [message.id for message in catalogue(language) if message.id and not all(forms(message))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_a_guess(language: str) -> None:
    assert [message.id for message in catalogue(language) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_keeps_the_fields_of_its_message(language: str) -> None:
    wrong = []
    for message in catalogue(language):
        ids = message.id if isinstance(message.id, list | tuple) else [message.id]
        wanted = [sorted(set(FIELD.findall(text))) for text in ids]
        wrong += [
            string for string in forms(message) if message.id and sorted(set(FIELD.findall(string))) not in wanted
        ]
    assert wrong == []
