"""Addresses of bodies, groups and the import."""

from django.urls import path

from convoca.members.views import bodies, contacts, directory, groups, imports, succession

app_name = "members"
urlpatterns = [
    path("", directory.directory, name="directory"),
    path("states/", directory.states, name="states"),
    path("suggest/", directory.suggest, name="suggest"),
    path("new/", bodies.add, name="add"),
    path("import/", imports.upload, name="upload"),
    path("import/sample.csv", imports.sample, name="import_sample"),
    path("import/<uuid:uid>/", imports.preview, name="import"),
    path("import/<uuid:uid>/confirm/", imports.confirm, name="import_confirm"),
    path("import/<uuid:uid>/refused.csv", imports.refused, name="import_refused"),
    path("groups/", groups.groups, name="groups"),
    path("groups/<uuid:uid>/", groups.group, name="group"),
    path("groups/<uuid:uid>/edit/", groups.edit, name="group_edit"),
    path("contacts/<uuid:contact>/end/", contacts.end, name="contact_end"),
    path("posts/<uuid:post>/appoint/", contacts.appoint, name="appoint"),
    path("terms/<uuid:term>/end/", contacts.end_term, name="term_end"),
    path("<uuid:uid>/", bodies.body, name="body"),
    path("<uuid:uid>/edit/", bodies.edit, name="edit"),
    path("<uuid:uid>/rename/", bodies.rename, name="rename"),
    path("<uuid:uid>/move/", bodies.move, name="move"),
    path("<uuid:uid>/state/", bodies.state, name="state"),
    path("<uuid:uid>/merge/", succession.merge, name="merge"),
    path("<uuid:uid>/split/", succession.split, name="split"),
    path("<uuid:uid>/contacts/new/", contacts.add, name="contact_add"),
    path("<uuid:uid>/posts/new/", contacts.add_post, name="post_add"),
    path("<uuid:uid>/groups/new/", groups.add, name="group_add"),
]
