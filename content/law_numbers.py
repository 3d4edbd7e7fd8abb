"""How the numbers of legal documents are written."""

from django.utils.translation import gettext_lazy as _

# Such as 88/QĐ-TTg, 31/2021/NĐ-CP, 61/2020/QH14.
PATTERN = r"^\d{1,5}(/\d{4})?/[A-ZĐƯƠÂÊÔĂa-z0-9]+(-[A-ZĐƯƠÂÊÔĂa-z0-9]+)*$"
ADVICE = _("Write the number as on the document, such as 88/QĐ-TTg or 31/2021/NĐ-CP.")
