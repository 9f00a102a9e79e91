from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "hansa.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"
