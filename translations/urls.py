"""Addresses of the desk, below the admin's."""

from django.urls import path

from translations.views import (
    actions,
    board,
    dismissals,
    ledger,
    machine,
    measures,
    overview,
    review,
    suggestions,
)

app_name = "translations"

_SEGMENT = "editions/<int:edition_id>/segments/<int:unit_id>"

urlpatterns = [
    path("", board.BoardView.as_view(), name="board"),
    path("results/", board.BoardView.as_view(results_only=True), name="board_results"),
    path("machine/", machine.MachinePage.as_view(), name="machine"),
    path("machine/order/", machine.OrderAll.as_view(), name="order_all"),
    path("machine/jobs/<int:job_id>/cancel/", machine.CancelJob.as_view(), name="cancel_job"),
    path("machine/jobs/<int:job_id>/retry/", machine.RetryJob.as_view(), name="retry_job"),
    path("machine/engines/<slug:engine>/resume/", machine.ResumeEngine.as_view(), name="resume_engine"),
    path("machine/requests/", ledger.Ledger.as_view(), name="ledger"),
    path("measures/", measures.MeasuresView.as_view(), name="measures"),
    path("measures/terms/", measures.SuggestedTermsView.as_view(), name="suggested_terms"),
    path("measures/terms/add/", measures.AddTermView.as_view(), name="add_suggested_term"),
    path("objects/<int:content_type_id>/<int:object_id>/", overview.OverviewView.as_view(), name="overview"),
    path("objects/<int:content_type_id>/<int:object_id>/clear/", overview.ClearView.as_view(), name="clear"),
    path("clearances/<int:clearance_id>/", overview.ClearedTextView.as_view(), name="cleared_text"),
    path("editions/<int:edition_id>/", review.ReviewView.as_view(), name="review"),
    path("editions/<int:edition_id>/approve/", actions.ApproveAll.as_view(), name="approve_all"),
    path("editions/<int:edition_id>/again/", actions.AskAgain.as_view(), name="ask_again"),
    path(f"{_SEGMENT}/save/", actions.Save.as_view(), name="save"),
    path(f"{_SEGMENT}/approve/", actions.Approve.as_view(), name="approve"),
    path(f"{_SEGMENT}/return/", actions.SendBack.as_view(), name="send_back"),
    path(f"{_SEGMENT}/dismiss/", dismissals.Dismiss.as_view(), name="dismiss"),
    path(f"{_SEGMENT}/take-back/", dismissals.TakeBack.as_view(), name="take_back"),
    path(f"{_SEGMENT}/suggestions/", suggestions.SuggestionsView.as_view(), name="suggestions"),
]
