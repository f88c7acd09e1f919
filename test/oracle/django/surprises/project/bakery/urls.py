"""One page: whether the server says that it has threads."""

from django.http import HttpResponse
from django.urls import path


def page(request):
    return HttpResponse("wsgi.multithread is %s" % request.environ["wsgi.multithread"])


urlpatterns = [path("", page)]
