"""Addresses for signing in and out, for one's own account, and for keeping accounts."""

from allauth.account import views as theirs
from django.urls import path
from django.views.generic import RedirectView

from convoca.accounts import views
from convoca.accounts.views import answering_errors as checked

# allauth's names without a namespace, since it looks its own addresses up by them.
urlpatterns = [
    path("sign-in/", checked(theirs.login), name="account_login"),
    path(
        "sign-in/code/",
        checked(theirs.request_login_code),
        name="account_request_login_code",
    ),
    path(
        "sign-in/code/confirm/",
        checked(theirs.confirm_login_code),
        name="account_confirm_login_code",
    ),
    path("sign-in/inactive/", theirs.account_inactive, name="account_inactive"),
    path("sign-out/", theirs.logout, name="account_logout"),
    # Nobody signs up: the address is only there because allauth looks it up.
    path("sign-up/", RedirectView.as_view(pattern_name="account_login"), name="account_signup"),
    path("password/forgotten/", checked(theirs.password_reset), name="account_reset_password"),
    path(
        "password/forgotten/code/",
        checked(theirs.confirm_password_reset_code),
        name="account_confirm_password_reset_code",
    ),
    path(
        "password/forgotten/new/",
        checked(theirs.complete_password_reset),
        name="account_complete_password_reset",
    ),
    path(
        "password/forgotten/done/",
        theirs.password_reset_from_key_done,
        name="account_password_reset_completed",
    ),
    path("password/change/", checked(theirs.password_change), name="account_change_password"),
    path("password/set/", checked(theirs.password_set), name="account_set_password"),
    path("account/", views.profile, name="accounts_profile"),
    path("accounts/", views.users, name="accounts_users"),
    path("accounts/new/", views.add, name="accounts_add"),
    path("accounts/<uuid:uid>/", views.user, name="accounts_user"),
    path("accounts/<uuid:uid>/state/", views.change_state, name="accounts_state"),
    path("accounts/<uuid:uid>/revoke/<uuid:grant>/", views.revoke, name="accounts_revoke"),
]
