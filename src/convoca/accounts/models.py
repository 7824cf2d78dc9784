"""Who can sign in, and which roles they hold where."""

from datetime import timedelta
from typing import Any, ClassVar
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse

from convoca.accounts.roles import Role
from convoca.languages.fields import LineField
from convoca.members.models import Body
from convoca.members.periods import Dated, in_order, today


class Users(BaseUserManager["User"]):
    """Making and finding users by their e-mail address."""

    def create_user(self, email: str, password: str | None = None, **facts: Any) -> "User":
        """Make a user; without a password, sign-in is by e-mailed code only."""
        user = self.model(email=email.strip().lower(), **facts)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """One who signs in with an e-mail address; `members.Person` is another thing."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    email = models.EmailField(unique=True)
    name = LineField(max_length=200)
    language = models.CharField(max_length=12, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = Users()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="accounts_email_lower_case"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_absolute_url(self) -> str:
        """Return the page on which an administrator keeps this account."""
        return reverse("accounts_user", args=[self.uid])


class RoleGrant(Dated):
    """A user has a role at a body from a day to a day."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="role_grants")
    role = models.CharField(max_length=16)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="role_grants")
    with_sub_bodies = models.BooleanField(default=False)
    # An actor's uid, which need not be a user's.
    granted_by = models.CharField(max_length=80)
    granted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            in_order(name="accounts_grant_period"),
            models.CheckConstraint(
                condition=models.Q(role__in=[role.value for role in Role]),
                name="accounts_grant_role",
            ),
            models.UniqueConstraint(
                fields=["user", "role", "body"],
                condition=models.Q(valid_to=None),
                name="accounts_grant_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.role}, {self.body}"

    @property
    def role_label(self) -> str:
        """The role's word in the reader's language."""
        return Role(self.role).label

    @property
    def is_open(self) -> bool:
        """Say whether this holds today or will."""
        return self.valid_to is None or self.valid_to >= today()

    def end(self) -> None:
        """Let this hold no longer, from today on; one that never held is taken out of its days."""
        yesterday = today() - timedelta(days=1)
        if self.valid_from is not None and self.valid_from > yesterday:
            self.valid_from = yesterday
        self.valid_to = yesterday
        self.save(update_fields=["valid_from", "valid_to"])
