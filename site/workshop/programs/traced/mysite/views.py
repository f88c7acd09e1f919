from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse


def hello(request, name='you'):
    return HttpResponse('Hello, %s' % name)


def broken(request, name='you'):
    raise ValueError('no greeting for %s' % name)


def nobody(request, name='you'):
    raise Http404('nobody is called %s' % name)


def forbidden(request, name='you'):
    raise PermissionDenied('not for %s' % name)


def pieces(name):
    yield 'Hello, '
    yield name


def stream(request, name='you'):
    return StreamingHttpResponse(pieces(name))


def broken_pieces(name):
    yield 'Hello, '
    raise ValueError('no greeting for %s' % name)


def broken_stream(request, name='you'):
    return StreamingHttpResponse(broken_pieces(name))


def nothing(request, name='you'):
    return None


def late(request, name='you'):
    return TemplateResponse(request, 'hello.html', {'name': name})


def moved(request, name='you'):
    return redirect('/hello/')


def form(request, name='you'):
    return HttpResponse('Hello, %s' % request.POST.get('name', name))
