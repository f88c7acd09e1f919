"""The bakery as a WSGI application."""

from django.core.wsgi import get_wsgi_application

from bakery.notes import note

note("wsgi.py runs")

application = get_wsgi_application()
