"""The bakery as an application."""

from django.apps import AppConfig

from bakery.notes import note


class BakeryConfig(AppConfig):
    name = "bakery"

    def ready(self):
        note("ready() runs")
