"""Pages made of templates."""

from django.shortcuts import render
from django.template.response import SimpleTemplateResponse, TemplateResponse
from django.urls import path

from demo.plain import text


def shown(request):
    return render(request, "page.html", {"title": "A <b> & 'c'", "items": ["one", "two"]})


def late(request):
    return TemplateResponse(request, "page.html", {"title": "Late", "items": []})


def changed(request):
    response = TemplateResponse(request, "page.html", {"title": "Before", "items": []})
    response.context_data["title"] = "After"
    response.add_post_render_callback(lambda done: done.__setitem__("X-Rendered", "yes"))
    return response


def simple(request):
    return SimpleTemplateResponse(["absent.html", "page.html"], {"title": "Simple"})


def absent(request):
    return render(request, "absent.html")


def failing(request):
    return TemplateResponse(request, "absent.html")


def form(request):
    if request.method == "POST":
        return text(request.POST.get("name", ""))
    return render(request, "form.html", {"action": request.path})


def greeting(request):
    context = {"title": "Greeting", "name": request.GET.get("name"), "markup": "<i>&</i>"}
    return render(request, "greeting.html", context)


urlpatterns = [
    path("shown/", shown),
    path("late/", late),
    path("changed/", changed),
    path("simple/", simple),
    path("absent/", absent),
    path("failing/", failing),
    path("form/", form),
    path("greeting/", greeting),
]
