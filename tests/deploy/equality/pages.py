"""Edits of pages: their words, their place, and who sees them when."""

from datetime import timedelta
from random import Random

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from content.models import ArticlePage, HomePage, PortalPage, SectionPage
from tests import factories
from tests.deploy.equality.desk import Desk
from translations.models import Clearance


class PageEdits(Desk):
    """What editors do to a page."""

    # --- words

    def edit_text(self, random: Random) -> str:
        page = self._page(random, ArticlePage)
        page.body_vi = [factories.paragraph(self._words()), *page.body_vi.get_prep_value()[:2]]
        return self._published(page)

    def edit_link(self, random: Random) -> str:
        page, other = self._page(random, ArticlePage), self._page(random)
        page.body_vi = [factories.paragraph(f'<a linktype="page" id="{other.pk}">{self._words()}</a>')]
        return self._published(page)

    def edit_title(self, random: Random) -> str:
        page = self._page(random)
        page.title_vi = self._words()
        return self._published(page)

    def edit_summary(self, random: Random) -> str:
        page = self._page(random)
        page.summary_vi = self._words()
        return self._published(page)

    def edit_home(self, random: Random) -> str:
        home = HomePage.objects.get()
        home.summary_vi = self._words()
        return self._published(home)

    def edit_text_without_clearance(self, random: Random) -> str:
        page = self._page(random)
        type(page).objects.filter(pk=page.pk).update(summary_vi=self._words())
        return str(page)

    def edit_clearance_taken_back(self, random: Random) -> str:
        clearance = random.choice(list(Clearance.objects.order_by("pk")))
        said = str(clearance.source_version)
        # No code of ours does this; a person at the database's console can.
        Clearance.objects.filter(pk=clearance.pk)._raw_delete("default")
        return said

    # --- addresses and the tree

    def edit_slug(self, random: Random) -> str:
        page = self._page(random)
        page.slug = f"dia-chi-{self._words()[-3:].strip()}-{page.pk}"
        return self._published(page)

    def edit_slug_intl(self, random: Random) -> str:
        page = self._page(random)
        PortalPage.objects.filter(pk=page.pk).update(slug_intl=f"address-{self._count}-{page.pk}")
        return str(page)

    def edit_move(self, random: Random) -> str:
        page = self._page(random, ArticlePage)
        page.move(random.choice([*SectionPage.objects.order_by("pk"), HomePage.objects.get()]), "last-child")
        return str(page)

    def edit_order(self, random: Random) -> str:
        page = self._page(random)
        page.move(random.choice(list(page.get_siblings())), random.choice(["left", "right"]))
        return str(page)

    def edit_new_article(self, random: Random) -> str:
        page = factories.article(self._words(), parent=self._page(random, SectionPage))
        return self._published(page)

    def edit_copy(self, random: Random) -> str:
        page = self._page(random, ArticlePage)
        words = self._words()
        page.copy(update_attrs={"slug": f"sao-{self._count}", "slug_intl": "", "title_vi": words})
        return str(page)

    def edit_alias(self, random: Random) -> str:
        page = self._page(random, ArticlePage)
        parent = factories.section(title_vi=self._words())
        page.create_alias(parent=parent, update_slug=f"bi-danh-{self._count}")
        return str(page)

    def edit_delete(self, random: Random) -> str:
        if ArticlePage.objects.count() < 6:
            return self.edit_new_article(random)
        page = self._page(random, ArticlePage)
        said = str(page)
        page.delete()
        return said

    # --- who sees it, and when

    def edit_unpublish(self, random: Random) -> str:
        page = self._page(random)
        page.unpublish()
        return str(page)

    def edit_publish_again(self, random: Random) -> str:
        for page in PortalPage.objects.filter(live=False):
            self._published(page.specific)
        return "all"

    def edit_expired(self, random: Random) -> str:
        page = self._page(random)
        PortalPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(days=1))
        return str(page)

    def edit_expires_later(self, random: Random) -> str:
        later = timezone.now() + timedelta(days=random.randrange(1, 90))
        PortalPage.objects.filter(depth__gt=2).update(expire_at=random.choice([None, later]))
        return "all"

    def edit_schedule(self, random: Random) -> str:
        page = self._page(random, ArticlePage)
        while page.alias_of_id:
            page = page.alias_of.specific
        page.title_vi = self._words()
        page.go_live_at = timezone.now() - timedelta(minutes=1)
        page.save_revision(approved_go_live_at=page.go_live_at)
        call_command("publish_scheduled", verbosity=0)
        factories.cleared(ArticlePage.objects.get(pk=page.pk))
        return str(page)

    def edit_private(self, random: Random) -> str:
        page = self._page(random)
        PageViewRestriction.objects.create(page=page, restriction_type="login")
        return str(page)

    def edit_public_again(self, random: Random) -> str:
        PageViewRestriction.objects.all().delete()
        CollectionViewRestriction.objects.all().delete()
        return "all"

    def edit_private_collection(self, random: Random) -> str:
        CollectionViewRestriction.objects.create(
            collection=Collection.get_first_root_node(), restriction_type="login"
        )
        return "root"
