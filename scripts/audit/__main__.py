"""``python -m scripts.audit``: see docs/audit.md."""

import os
import sys

import django

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
    django.setup()

from scripts.audit.run import main

if __name__ == "__main__":
    sys.exit(main())
