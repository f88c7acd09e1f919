"""The bakery's settings."""

from bakery.notes import note

note("settings.py runs")

DEBUG = True
INSTALLED_APPS = ["django.contrib.staticfiles", "bakery.apps.BakeryConfig"]
MIDDLEWARE = ["bakery.middleware.Noting"]
ROOT_URLCONF = "bakery.urls"
SECRET_KEY = "surprise"
STATIC_URL = "/static/"
TIME_ZONE = "UTC"
USE_I18N = False
WSGI_APPLICATION = "bakery.wsgi.application"
