"""What a script writes: the strings that it puts together, worked out without running it.

Only strings are known: joined by +, kept in variables and arrays, turned round, decoded. Everything else is skipped.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from urllib.parse import unquote

LONGEST_SCRIPT = 20_000
LONGEST_STRING = 4000
MOST_TOKENS = 6000
DEEPEST = 12
_TOKEN = re.compile(
    r"(?P<string>'(?:[^'\\\n]|\\.){0,1000}'|\"(?:[^\"\\\n]|\\.){0,1000}\"|`(?:[^`\\]|\\.){0,1000}`)"
    r"|(?P<name>[A-Za-z_$][\w$]{0,80})|(?P<number>0x[\da-fA-F]{1,6}|\d{1,9})|(?P<sign>\+=|==|[-+=()\[\].,;:?{}*/<>&|!%])",
    re.S,
)
_ESCAPE = re.compile(r"\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|([0-7]{1,3})|(.))", re.S)
_SLOT = re.compile(r"\$\{\s{0,3}([A-Za-z_$][\w$]{0,80})\s{0,3}\}")
_KEYWORDS = frozenset(("new", "return", "var", "let", "const", "function", "if", "else", "typeof"))
_Value = str | list[str]


def written(script: str) -> Iterator[str]:
    """Every string that a script puts together or holds, in its order."""
    yield from _Reader(script[:LONGEST_SCRIPT]).strings()


class _Reader:
    """Reads a script's tokens from left to right, once."""

    def __init__(self, script: str) -> None:
        self.tokens = [(match.lastgroup or "", match.group()) for match in _TOKEN.finditer(script)][:MOST_TOKENS]
        self.place = 0
        self.variables: dict[str, _Value] = {}

    def strings(self) -> Iterator[str]:
        while self.place < len(self.tokens):
            kind, word = self.tokens[self.place]
            if kind == "name" and self._sign(1) in ("=", "+="):
                joins = self._sign(1) == "+="
                self.place += 2
                value = self._sum(0)
                before = self.variables.get(word, "")
                if joins and isinstance(before, str) and isinstance(value, str):
                    value = (before + value)[-LONGEST_STRING:]
                self.variables[word] = value
            elif (kind in ("string", "name") and word not in _KEYWORDS) or word == "[":
                value = self._sum(0)
            else:
                self.place += 1
                continue
            yield from [value] if isinstance(value, str) else value

    def _sign(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.tokens[place][1] if place < len(self.tokens) and self.tokens[place][0] == "sign" else ""

    def _sum(self, depth: int) -> _Value:
        """Terms joined by +; an array alone stays one."""
        value = self._term(depth)
        while self._sign() == "+":
            self.place += 1
            value = (_joined(value, "") + _joined(self._term(depth), ""))[-LONGEST_STRING:]
        return value

    def _term(self, depth: int) -> _Value:
        if self.place >= len(self.tokens) or depth > DEEPEST:
            self.place += 1
            return ""
        kind, word = self.tokens[self.place]
        self.place += 1
        value: _Value = ""
        if kind == "string":
            value = self._unescaped(word)
        elif kind == "number":
            value = word
        elif word == "[":
            value = self._list("]", depth)
        elif word == "(":
            value = "".join(self._list(")", depth))
        elif kind == "name":
            if word in _KEYWORDS:
                return self._sum(depth + 1)
            value = self.variables.get(word, "")
            if self._sign() == "(":
                self.place += 1
                value = _called(word, self._list(")", depth))
        return self._methods(value, depth)

    def _methods(self, value: _Value, depth: int) -> _Value:
        """What follows a value: .join('@'), .split('').reverse(), [0], String.fromCharCode(…)."""
        while True:
            if self._sign() == "[" and isinstance(value, list):
                self.place += 1
                index = "".join(self._list("]", depth))
                value = value[int(index)] if index.isdecimal() and int(index) < len(value) else ""
            elif self._sign() == "." and self._sign(2) == "(" and self.tokens[self.place + 1][0] == "name":
                name = self.tokens[self.place + 1][1]
                self.place += 3
                value = _method(value, name, self._list(")", depth))
            elif self._sign() == "." and self.place + 1 < len(self.tokens) and self.tokens[self.place + 1][0] == "name":
                self.place += 2
                if self._sign() in ("=", "+="):  # element.innerHTML = …
                    self.place += 1
                    return self._sum(depth + 1)
            else:
                return value

    def _list(self, closing: str, depth: int) -> list[str]:
        """Values up to the closing sign, parted by commas."""
        values: list[str] = []
        while self.place < len(self.tokens) and self._sign() != closing:
            before = self.place
            if self._sign() in ("}", ";", ")", "]"):
                break
            if self._sign() not in (",", "") and self._sign() not in ("[", "("):
                self.place += 1
                continue
            if self._sign() == ",":
                self.place += 1
                continue
            value = self._sum(depth + 1)
            values += [value] if isinstance(value, str) else value
            self.place = max(self.place, before + 1)
        self.place += self._sign() == closing
        return values

    def _unescaped(self, token: str) -> str:
        plain = _ESCAPE.sub(_letter, token[1:-1])
        return _SLOT.sub(lambda slot: _joined(self.variables.get(slot[1], ""), ""), plain) if token[0] == "`" else plain


def _letter(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2] or escape[3]
    if code:
        return chr(int(code, 16)) if int(code, 16) < 0x110000 else ""
    if escape[4]:
        return chr(int(escape[4], 8))
    return {"n": "\n", "t": "\t", "r": "", "\n": ""}.get(escape[5], escape[5])


def _joined(value: _Value, sign: str) -> str:
    return value if isinstance(value, str) else sign.join(value)


def _called(name: str, values: list[str]) -> _Value:
    """What a function of a script gives; the values themselves where it is not a known one."""
    text = "".join(values)[:LONGEST_STRING]
    if name in ("unescape", "decodeURIComponent", "decodeURI"):
        return unquote(text)
    if name == "atob":
        return from_base64(text)
    return values if name == "Array" else text


def _method(value: _Value, name: str, values: list[str]) -> _Value:
    if name == "fromCharCode":
        codes = [
            int(code, 16 if code[:2] == "0x" else 10) for code in values if re.fullmatch(r"\d+|0x[\da-fA-F]+", code)
        ]
        return "".join(chr(code) for code in codes if code < 0x110000)
    if name == "join":
        return _joined(value, values[0] if values else "")[-LONGEST_STRING:]
    if name == "reverse":
        return value[::-1]
    if name == "split":
        whole, sign = _joined(value, ""), values[0] if values else ""
        return whole.split(sign) if sign else list(whole)
    if name == "concat":
        return (_joined(value, "") + "".join(values))[-LONGEST_STRING:]
    if name == "replace" and len(values) == 2 and values[0]:
        return _joined(value, "").replace(values[0], values[1])[:LONGEST_STRING]
    return _joined(value, "") + "".join(values) if not value or not values else value


def from_base64(text: str) -> str:
    """What some base64 says; nothing where it is none."""
    try:
        return base64.b64decode(text.strip() + "=" * (-len(text.strip()) % 4), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        return ""
