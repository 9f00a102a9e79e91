"""Forms for values, made from the vocabulary."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hansa.register.errors import InvalidValueError
from hansa.register.labels import Names
from hansa.register.models import TABLES
from hansa.register.values import Type
from hansa.register.vocabulary import Property


class ValueForm(forms.Form):
    """One value of one property. `cleaned_data["value"]` is in the property's JSON form."""

    standing = forms.UUIDField(required=False, widget=forms.HiddenInput)
    note = forms.CharField(label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, prop: Property, data: Any = None, *, initial: dict[str, Any]) -> None:
        self.prop = prop
        value = initial.get("value")
        super().__init__(data, initial=initial)
        for name, (field, start) in reversed(_fields(prop, value).items()):
            field.initial = start
            self.fields = {name: field, **self.fields}

    def clean(self) -> dict[str, Any]:
        data = dict(super().clean() or {})
        if self.errors:
            return data
        try:
            data["value"] = self.prop.clean(_joined(self.prop, data))
        except InvalidValueError as error:
            self.add_error("value", error.why)
        return data


def _fields(prop: Property, value: Any) -> dict[str, tuple[forms.Field, Any]]:
    """The inputs for a value of this property, with what they begin with."""
    label = str(prop.label)
    known = value if isinstance(value, dict) else {}
    if prop.refers_to:
        table = TABLES[prop.refers_to]
        ids = list(table._default_manager.values_list("pk", flat=True)[:2000])
        names = Names(ids)
        choices = sorted(((str(id_), names.of(id_)) for id_ in ids), key=lambda choice: choice[1].casefold())
        return {"value": (forms.ChoiceField(label=label, choices=choices), value)}
    if prop.choices is not None:
        return {"value": (forms.ChoiceField(label=label, choices=list(prop.choices.items())), value)}
    if prop.type is Type.FIGURE:
        return {
            "value": (forms.IntegerField(label=label, min_value=0), known.get("value")),
            "approximate": (
                forms.BooleanField(label=_("approximate"), required=False),
                known.get("approximate"),
            ),
        }
    if prop.type is Type.MONEY:
        return {
            "value": (forms.DecimalField(label=label, min_value=0, decimal_places=2), known.get("amount")),
            "currency": (forms.CharField(label=_("Currency"), max_length=3), known.get("currency", "SEK")),
        }
    if prop.type is Type.LINK:
        return {
            "value": (forms.CharField(label=label), known.get("text")),
            "url": (forms.CharField(label=_("Web address"), required=False), known.get("url")),
        }
    if prop.type is Type.FLAG:
        return {"value": (forms.BooleanField(label=label, required=False), value)}
    widget = forms.Textarea(attrs={"rows": 6}) if prop.type is Type.TEXT else forms.TextInput()
    return {"value": (forms.CharField(label=label, widget=widget), value)}


def _joined(prop: Property, data: dict[str, Any]) -> Any:
    """The JSON form of what the inputs hold."""
    if prop.type is Type.FIGURE:
        return {"value": data["value"], "approximate": data["approximate"]}
    if prop.type is Type.MONEY:
        return {"amount": str(data["value"]), "currency": data["currency"].upper()}
    if prop.type is Type.LINK:
        return {"text": data["value"], "url": data["url"]}
    return data["value"]
