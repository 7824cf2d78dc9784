"""Sessions in the database, read with a query whose SQL is written once."""

from datetime import UTC, datetime

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from convoca.installation.prepared import Prepared

_standing = Prepared(
    lambda now, key: Session.objects.filter(expire_date__gt=now, session_key=key),
    datetime(2000, 1, 1, tzinfo=UTC),
    "",
)


class SessionStore(db.SessionStore):
    """Django's store; only the reading at each request is its own."""

    def _get_session_from_db(self) -> Session | None:
        found = _standing.first(timezone.now(), self.session_key)
        if found is None:
            self._session_key = None
        return found
