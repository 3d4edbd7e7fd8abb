"""What the columns of tables may name: agencies, sectors, places, legal documents, contact desks."""

from content.models import Agency, ContactDesk, LegalDocument, Place, SectorPage
from content.sheet_kinds import register_reference

AGENCY, SECTOR, PLACE, LAW, DESK = "agency", "sector", "place", "law", "desk"

register_reference(
    AGENCY, Agency.objects.all, code=lambda agency: agency.code, name=lambda agency: agency.name_vi
)
register_reference(
    SECTOR,
    lambda: SectorPage.objects.filter(alias_of=None),
    code=lambda sector: sector.slug,
    name=lambda sector: sector.title_vi,
)
register_reference(PLACE, Place.objects.all, code=lambda place: place.code, name=lambda place: place.name_vi)
register_reference(LAW, LegalDocument.objects.all, code=lambda law: law.number, name=lambda law: law.name_vi)
# A desk has no code of its own; people know it by its name.
register_reference(
    DESK, ContactDesk.objects.all, code=lambda desk: desk.name_vi, name=lambda desk: desk.email
)
