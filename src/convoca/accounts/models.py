"""Who can sign in."""

from typing import Any, ClassVar
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from convoca.languages.fields import LineField


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
