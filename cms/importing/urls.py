"""Addresses of the tables, below the admin's."""

from django.urls import path, register_converter

from cms.importing import views


class TableForm:
    """The forms in which a table is written."""

    regex = "xlsx|csv"

    def to_python(self, value: str) -> str:
        """Return the form."""
        return value

    def to_url(self, value: str) -> str:
        """Return the form."""
        return value


register_converter(TableForm, "table_form")

app_name = "tables"

urlpatterns = [
    path("", views.IndexView.as_view(), name="index"),
    path("imports/<int:import_id>/", views.ReportView.as_view(), name="report"),
    path("imports/<int:import_id>/confirm/", views.ConfirmView.as_view(), name="confirm"),
    path("imports/<int:import_id>/take-up/", views.TakeUpView.as_view(), name="take_up"),
    path("imports/<int:import_id>/result.xlsx", views.ResultView.as_view(), name="result"),
    path("<slug:kind>/", views.UploadView.as_view(), name="upload"),
    path("<slug:kind>/table.<table_form:form>", views.ExportView.as_view(), name="export"),
]
