"""The addresses of the site."""

from django.urls import include, path

from demo import plain

urlpatterns = [
    path("", plain.index, name="index"),
    path("plain/", include("demo.plain")),
    path("errors/", include("demo.errors")),
    path("responses/", include("demo.responses")),
    path("forms/", include("demo.forms")),
    path("visits/", include("demo.visits")),
    path("notes/", include("demo.notes")),
    path("other/", include("demo.notes", namespace="other")),
    path("decorated/", include("demo.decorated")),
    path("pages/", include("demo.pages")),
    path("classes/", include("demo.classes")),
    path("accounts/", include("demo.accounts")),
]
