"""The tables of the site, and who is in them at the beginning."""

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User
from django.db import connection

CREATE_NOTES = "CREATE TABLE notes (id integer PRIMARY KEY, text varchar(200) NOT NULL UNIQUE)"

USERS = [("ann", "secret", True), ("bob", "hidden", False)]


def create():
    """Makes the tables of the demo; those of Django's applications are made by migrate."""
    with connection.cursor() as cursor:
        cursor.execute(CREATE_NOTES)
        cursor.execute("INSERT INTO notes (text) VALUES (%s)", ["first"])
    for name, password, active in USERS:
        User.objects.create(
            username=name, password=make_password(password, "salt"), is_active=active
        )
