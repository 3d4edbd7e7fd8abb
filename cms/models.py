"""The people who work in the CMS."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """An account. A model of our own from the first day, since it cannot be swapped later."""
