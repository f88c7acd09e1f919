from django.http import HttpResponse
from django.utils.deprecation import MiddlewareMixin


class Rescue(MiddlewareMixin):
    def process_exception(self, request, exception):
        return HttpResponse('Rescued', status=503)


def gate(get_response):
    def middleware(request):
        return HttpResponse('Answered at the gate')
    return middleware


def stumble(get_response):
    def middleware(request):
        raise ValueError('a layer stumbles')
    return middleware
