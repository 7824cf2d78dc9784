"""Signing in as allauth does it; who is signed in is asked at each request."""

from allauth.account.auth_backends import AuthenticationBackend

from convoca.accounts.models import User
from convoca.installation.prepared import Prepared

_by_key = Prepared(lambda key: User.objects.filter(pk=key), 0)


class SignedInBackend(AuthenticationBackend):  # type: ignore[misc]  # allauth tells no types
    """allauth's backend; the user of a session is read with SQL that is written once."""

    def get_user(self, user_id: int) -> User | None:
        found = _by_key.first(user_id)
        return found if found is not None and self.user_can_authenticate(found) else None
