"""Whoever keeps a page learns that a law it rests on is no longer in force."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from content.investing.outdated import pages_on_gone_laws
from content.models import IncentiveLegalBasis, IncentivePage, LegalDocument, ProcedurePage, ProjectPage
from content.operations import words_shown_on
from tests import factories
from tests.content.investing import sheets

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 4)


def law(number: str, **fields: Any) -> LegalDocument:
    found: LegalDocument = LegalDocument.objects.create(number=number, name_vi=f"Luật {number}", **fields)
    return found


def incentive(*documents: LegalDocument, **fields: Any) -> IncentivePage:
    page = IncentivePage(title_vi="Ưu đãi", slug="uu-dai", kind="land-rent", **fields)
    page.legal_bases.set([IncentiveLegalBasis(document=one) for one in documents])
    factories.home().add_child(instance=page)
    return page


def procedure(document: LegalDocument) -> ProcedurePage:
    page = ProcedurePage(
        title_vi="Thủ tục", slug="thu-tuc", steps_vi=[sheets.step(law=document.pk, law_number="")]
    )
    factories.home().add_child(instance=page)
    return page


def test_pages_on_ended_or_superseded_documents_are_found_in_rows_and_in_blocks() -> None:
    holds = law("143/2025/QH15", effective_from=TODAY)
    ended = law("1/2020/QH14", effective_to=TODAY - timedelta(days=1))
    replaced = law("2/2020/QH14", superseded_by=holds)
    one, two = incentive(holds, ended), procedure(replaced)

    found = pages_on_gone_laws(TODAY)

    assert {pk: [document.number for document in named] for pk, named in found.items()} == {
        one.pk: ["1/2020/QH14"],
        two.pk: ["2/2020/QH14"],
    }


def test_a_document_that_still_holds_or_will_hold_is_not_listed() -> None:
    incentive(
        law("1/2020/QH14", effective_to=TODAY), law("2/2020/QH14", effective_from=TODAY + timedelta(days=1))
    )

    assert pages_on_gone_laws(TODAY) == {}


def test_the_report_names_the_page_the_document_and_what_superseded_it(client: Client) -> None:
    later = law("143/2025/QH15")
    incentive(law("61/2020/QH14", effective_to=localdate() - timedelta(days=1), superseded_by=later))
    client.force_login(factories.person(is_superuser=True))

    shown = client.get(reverse("laws_no_longer_in_force")).content.decode()

    assert "Ưu đãi" in shown
    assert "61/2020/QH14" in shown
    assert "143/2025/QH15" in shown


def test_the_report_is_closed_to_those_who_edit_no_pages(client: Client) -> None:
    client.force_login(factories.person("access_admin"))

    assert client.get(reverse("laws_no_longer_in_force")).status_code == 302


def test_a_law_that_a_step_names_is_cleared_with_the_page() -> None:
    document = law("143/2025/QH15")

    assert document in words_shown_on(procedure(document))


def test_a_document_that_pages_rest_on_cannot_be_deleted() -> None:
    document = law("143/2025/QH15")
    incentive(document)

    with pytest.raises(Exception, match="protected"):
        document.delete()


def refused(page: Any, field: str) -> str:
    with pytest.raises(ValidationError) as refusal:
        page.clean()
    return " ".join(refusal.value.message_dict[field])


@pytest.mark.parametrize(
    ("kind", "fields", "field"),
    [
        (ProjectPage, {"called_on": TODAY, "called_until": TODAY - timedelta(days=1)}, "called_until"),
        (ProjectPage, {"capital_from": 2, "capital_to": 1, "as_of": TODAY}, "capital_to"),
        (ProjectPage, {"land_area": 2}, "as_of"),
        (ProjectPage, {"as_of": TODAY, "review_by": TODAY - timedelta(days=1)}, "review_by"),
        (IncentivePage, {"valid_from": TODAY, "valid_to": TODAY - timedelta(days=1)}, "valid_to"),
        (IncentivePage, {"reduction_years": 3}, "reduction"),
        (IncentivePage, {"rate_years": 3}, "rate"),
        (IncentivePage, {"is_exempt_throughout": True, "exempt_years": 2}, "exempt_years"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(kind: Any, fields: dict[str, Any], field: str) -> None:
    assert refused(kind(**fields), field).endswith(".")


def test_a_code_belongs_to_one_page_of_a_kind() -> None:
    incentive(code="UD-01")
    other = IncentivePage(title_vi="Khác", slug="khac", kind="land-rent", code=" ud-01 ")

    assert refused(other, "code").endswith(".")
    ProjectPage(code="UD-01").clean()


def test_a_copy_gets_no_code() -> None:
    page = incentive(code="UD-01")

    copied = page.copy(update_attrs={"slug": "ban-sao", "title_vi": "Bản sao"})

    assert copied.code == ""
    assert copied.legal_bases.count() == 0 == page.legal_bases.count()


@pytest.mark.parametrize(
    ("name", "value"), [("law_number", "luật 61"), ("days", -1), ("fee", "-5"), ("title", "")]
)
def test_a_step_that_cannot_be_is_refused(name: str, value: Any) -> None:
    block = ProcedurePage._meta.get_field("steps").stream_block.child_blocks["step"]

    with pytest.raises(ValidationError) as refusal:
        block.clean(block.to_python({**sheets.step()["value"], name: value}))

    refused_by: Any = refusal.value
    assert list(refused_by.as_json_data()["blockErrors"]) == [name]


def test_a_step_names_its_law_once() -> None:
    document = law("143/2025/QH15")
    block = ProcedurePage._meta.get_field("steps").stream_block.child_blocks["step"]

    with pytest.raises(ValidationError):
        block.clean(block.to_python({**sheets.step()["value"], "law": document.pk}))


def test_a_changed_fee_is_a_change_of_facts_and_a_changed_word_is_none() -> None:
    page = procedure(law("143/2025/QH15"))
    before = page.facts_digest

    page.steps_vi = [sheets.step(law=None, fee="1500000.00", title="Chữ khác")]
    page.steps_vi = [{**page.steps_vi.raw_data[0]}]
    page.save()
    again = page.facts_digest
    page.steps_vi = [sheets.step(law=None, fee="1500000", title="Chữ lại khác")]
    page.save()
    assert page.facts_digest == again != before

    page.steps_vi = [sheets.step(law=None, fee="2000000")]
    page.save()
    assert page.facts_digest != again
