"""Give the pages Wagtail created before us their Vietnamese title column."""

from django.db import migrations
from django.db.models import F


def copy_titles(apps, schema_editor):
    page = apps.get_model("content", "PortalPage")
    page.objects.filter(title_vi=None).update(title_vi=F("title"))


class Migration(migrations.Migration):
    dependencies = [("content", "0005_relations")]

    operations = [migrations.RunPython(copy_titles, migrations.RunPython.noop)]
