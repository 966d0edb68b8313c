"""A Django project with one page that carries the button: `python manage.py runserver`."""

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent

SECRET_KEY = "for this example alone"
DEBUG = True
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "urls"
INSTALLED_APPS = ["django.contrib.staticfiles"]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [BASE_DIR / "templates"]}]

STATIC_URL = "/static/"
# The folder is named after the version. Its files name each other: they must stand in one folder, under their own names.
STATICFILES_DIRS = [
    ("cliquez-signalez-0.1.0", BASE_DIR / "node_modules/cliquez-signalez/dist/cdn"),
]

MIDDLEWARE = ["policy.content_security_policy"]
