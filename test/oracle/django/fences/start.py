"""What every Django fence begins with: Django 2.2 to import, nothing configured, a clock that stands still.

Takes the folder of Django's packages as its argument.
"""

import sys
import time
import warnings

NOW = 1556668800.0

time.time = lambda: NOW
sys.path.insert(0, sys.argv[1])
warnings.simplefilter("ignore")

import django
import django.conf
