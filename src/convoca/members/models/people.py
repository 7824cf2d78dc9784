"""People, the posts of bodies, and who held which post when."""

from uuid import uuid4

from django.db import models

from convoca.languages.fields import LanguageField, LineField, TranslatedField, main_language_check
from convoca.languages.translated import shown
from convoca.members.models.bodies import Body
from convoca.members.periods import Dated, in_order, no_overlap


class Person(models.Model):
    """Someone who holds posts or comes to conferences; need not be able to sign in."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    # Whole, in the order of its language: "Nguyễn Văn An", "Anna Schmidt".
    name = LineField(max_length=200)
    language = LanguageField()
    email = models.EmailField(blank=True)
    phone = LineField(max_length=40, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.name)


class Post(models.Model):
    """A post of a body, such as Thứ trưởng; several people may hold it at once."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="posts")
    title = TranslatedField()
    main_language = LanguageField()
    sort_order = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [main_language_check("title", name="members_post_title")]

    def __str__(self) -> str:
        return shown(self.title, self.main_language).text


class Term(Dated):
    """A person held a post from a day to a day."""

    uid = models.UUIDField(default=uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="terms")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="terms")

    class Meta:
        constraints = [
            in_order(name="members_term_period"),
            no_overlap("person", "post", name="members_term_once_at_a_time"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.post}"
