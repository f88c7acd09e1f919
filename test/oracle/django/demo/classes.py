"""Class-based views."""

from django.http import HttpResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import RedirectView, TemplateView, View

from demo.plain import text


class Greeting(View):
    greeting = "Hello"

    def get(self, request, name="World"):
        return text("%s, %s" % (self.greeting, name))


@method_decorator(csrf_exempt, name="dispatch")
class Writing(View):
    def post(self, request):
        return text("posted")

    def delete(self, request):
        return HttpResponse(status=204)


class Page(TemplateView):
    template_name = "page.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(title="Page", **kwargs)


class Away(RedirectView):
    query_string = True

    def get_redirect_url(self, *args, **kwargs):
        return None if kwargs.get("where") == "gone" else super().get_redirect_url(*args, **kwargs)


urlpatterns = [
    path("greeting/", Greeting.as_view()),
    path("greeting/<name>/", Greeting.as_view(greeting="Goodbye")),
    path("writing/", csrf_exempt(Writing.as_view())),
    path("page/", Page.as_view()),
    path("page/<word>/", Page.as_view(extra_context={"items": ["extra"]})),
    path("nameless/", TemplateView.as_view()),
    path("away/<where>/", Away.as_view(url="/plain/hello/%(where)s/")),
    path("named/<name>/", RedirectView.as_view(pattern_name="hello-name", permanent=True)),
]
