"""Another URLconf, to which a layer can lead a request."""

from django.http import HttpResponse
from django.urls import path

from stack_actions import note


def other(request):
    note("OTHER VIEW")
    return HttpResponse("from elsewhere")


urlpatterns = [path("", other)]
