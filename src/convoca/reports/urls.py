"""Addresses of reports, all for those who handle a call."""

from django.urls import path

from convoca.reports.views import dossiers, summaries

app_name = "reports"
urlpatterns = [
    path("calls/<uuid:uid>/", summaries.summary, name="summary"),
    path("calls/<uuid:uid>/draft/", summaries.draft, name="draft"),
    path("calls/<uuid:uid>/rows/<slug:key>/", summaries.rows, name="rows"),
    path("calls/<uuid:uid>/annex.<slug:form>", summaries.annex, name="annex"),
    path("drafts/<uuid:uid>/report.docx", summaries.drafted, name="drafted"),
    path("dossiers/<uuid:uid>/", dossiers.dossier, name="dossier"),
    path("dossiers/<uuid:uid>/preview.pdf", dossiers.preview, name="preview"),
    path("dossiers/<uuid:uid>/dossier.pdf", dossiers.pdf, name="pdf"),
    path("dossiers/<uuid:uid>/dossier.docx", dossiers.word, name="word"),
    path("dossiers/<uuid:uid>/dossier.zip", dossiers.whole, name="zip"),
]
