"""The desk's pages in the admin: they show, and call the verbs in ``translations.operations``."""
