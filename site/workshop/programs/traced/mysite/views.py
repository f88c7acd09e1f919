from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse


def answers(request, name='you'):
    return HttpResponse('Hello, %s' % name)


def raises(request, name='you'):
    raise ValueError('no greeting for %s' % name)


def missing(request, name='you'):
    raise Http404('nobody is called %s' % name)


def refuses(request, name='you'):
    raise PermissionDenied('not for %s' % name)


def pieces(name):
    yield 'Hello, '
    yield name


def streams(request, name='you'):
    return StreamingHttpResponse(pieces(name))


def broken_pieces(name):
    yield 'Hello, '
    raise ValueError('no greeting for %s' % name)


def breaks_off(request, name='you'):
    return StreamingHttpResponse(broken_pieces(name))


def returns_nothing(request, name='you'):
    return None


def renders_late(request, name='you'):
    return TemplateResponse(request, 'hello.html', {'name': name})


def moves(request, name='you'):
    return redirect('/hello/')


def reads_a_form(request, name='you'):
    return HttpResponse('Hello, %s' % request.POST.get('name', name))
