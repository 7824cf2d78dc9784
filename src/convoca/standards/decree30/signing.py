"""Who signs, and with which words before the post (Decree 30, Art. 13; App. I, part I, II.7)."""

from dataclasses import dataclass
from enum import StrEnum

from convoca.standards.decree30.rules import BrokenRule


class Authority(StrEnum):
    """The mark before the post; `HEAD` signs in their own right and has none."""

    HEAD = ""
    COLLECTIVE = "TM."
    ACTING = "Q."
    DEPUTY = "KT."
    BY_ORDER = "TL."
    DELEGATED = "TUQ."


_OWN_POST = {Authority.COLLECTIVE, Authority.DEPUTY, Authority.BY_ORDER, Authority.DELEGATED}
_HANDED_ON = {Authority.COLLECTIVE, Authority.BY_ORDER}


def _broken(en: str, vi: str) -> BrokenRule:
    return BrokenRule(en=en, vi=vi, source="Art. 13; App. I, part I, II.7")


@dataclass(frozen=True, slots=True)
class Signing:
    """The authority lines above a signature.

    `head` is what stands after the mark (the head's post, or for TM. the collective), `own_post`
    the signer's own post below it. `deputy_for` is the post whose deputy signs a TM. or TL.
    document (`TL. BỘ TRƯỞNG / KT. VỤ TRƯỞNG / PHÓ VỤ TRƯỞNG`). Broken rules raise `BrokenRule`.
    """

    authority: Authority
    head: str
    own_post: str = ""
    deputy_for: str = ""

    def __post_init__(self) -> None:
        if not self.head.strip():
            raise _broken("The signer's post is missing.", "Thiếu chức vụ của người ký.")
        if self.authority in _OWN_POST and not self.own_post.strip():
            raise _broken(
                f"After {self.authority} the signer's own post stands on the next line.",
                f"Sau {self.authority} phải có chức vụ của người ký ở dòng dưới.",
            )
        if self.authority not in _OWN_POST and self.own_post:
            raise _broken(
                "Whoever signs as head or acting head has one post line only.",
                "Người đứng đầu hoặc quyền cấp trưởng ký chỉ ghi một dòng chức vụ.",
            )
        if self.deputy_for and self.authority not in _HANDED_ON:
            raise _broken(
                f"A document signed {self.authority or 'by the head'} is not handed on.",
                f"Văn bản ký {self.authority or 'với tư cách người đứng đầu'} "
                "không được giao tiếp cho người khác ký.",
            )

    def lines(self) -> tuple[str, ...]:
        """Write the lines in capitals: `("KT. BỘ TRƯỞNG", "THỨ TRƯỞNG")`."""
        first = f"{self.authority} {self.head}".strip()
        middle = f"{Authority.DEPUTY} {self.deputy_for}" if self.deputy_for else ""
        return tuple(line.upper() for line in (first, middle, self.own_post) if line)


def signing_from_lines(lines: tuple[str, ...]) -> Signing:
    """Read authority lines such as `KT. BỘ TRƯỞNG`, `THỨ TRƯỞNG`; `BrokenRule` when they are not.

    A first line without a mark is the head's own post.
    """
    if not lines:
        raise _broken("There is no signer's post.", "Không có chức vụ người ký.")
    mark, _, head = lines[0].partition(" ")
    try:
        authority = Authority(mark) if head and mark else Authority.HEAD
    except ValueError:
        authority = Authority.HEAD
    if authority is Authority.HEAD:
        head = lines[0]
    rest = list(lines[1:])
    deputy_for = ""
    if len(rest) > 1 and rest[0].startswith(f"{Authority.DEPUTY} "):
        deputy_for = rest.pop(0).removeprefix(f"{Authority.DEPUTY} ")
    return Signing(authority, head, " ".join(rest), deputy_for)
