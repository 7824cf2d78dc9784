"""Bodies, people and groups for tests, made through the room's own actions."""

from dataclasses import dataclass
from datetime import date
from itertools import count

from convoca.journal.actors import Actor, ActorKind, Grant
from convoca.languages.translated import Translated
from convoca.members import actions
from convoca.members.models import AddressGroup, Body, Contact, Person, Post

INSTALLATION = Actor(ActorKind.COMMAND, "tests", "Thử nghiệm")
_next = count(1)


def actor(*roles: str, at: Body, with_sub_bodies: bool = False, name: str = "Chuyên viên") -> Actor:
    """An actor with these roles at `at`, without an account behind it."""
    grants = {Grant(role, at.uid, with_sub_bodies) for role in roles}
    return Actor(ActorKind.PERSON, f"actor-{next(_next)}", name, frozenset(grants))


def body(key: str = "", *, parent: Body | None = None, kind: str = "unit", **facts) -> Body:
    """A body; without facts a unit of a name of its own."""
    number = next(_next)
    named = facts.pop("name", None) or Translated(vi=f"Đơn vị số {number}", en=f"Unit {number}")
    return actions.create_body(
        by=INSTALLATION,
        key=key or f"don-vi-{number}",
        kind=kind,
        parent=parent,
        name=named,
        **facts,
    )


@dataclass(frozen=True)
class Chain:
    """The Union and Viet Nam's chain down to the ministry's department, as it was in 2024."""

    itu: Body
    state: Body
    government: Body
    ministry: Body
    department: Body
    office: Body
    science: Body
    science_department: Body


def ministry_of_2024() -> Chain:
    """ITU, Việt Nam, the Government, Bộ Thông tin và Truyền thông with two units, and Bộ KH&CN."""
    itu = body(
        "itu",
        kind="union",
        name=Translated(
            vi="Liên minh Viễn thông Quốc tế", en="International Telecommunication Union"
        ),
        main_language="en",
        abbreviation="ITU",
        email="secretariat@itu.example",
    )
    state = body(
        "vnm",
        kind="member_state",
        parent=itu,
        name=Translated(vi="Việt Nam", en="Viet Nam", fr="Viet Nam"),
        country_code="VN",
        region="E",
        region_status="confirmed",
        email="administration@vnm.example",
    )
    government = body(
        "vn-chinh-phu",
        kind="government",
        parent=state,
        name=Translated(vi="Chính phủ", en="Government"),
        abbreviation="CP",
        email="vanthu@vn-chinh-phu.example",
    )
    ministry = ministry_below(
        government,
        "vn-btttt",
        "Bộ Thông tin và Truyền thông",
        "BTTTT",
        en="Ministry of Information and Communications",
        sort_order=13,
    )
    science = ministry_below(
        government,
        "vn-bkhcn",
        "Bộ Khoa học và Công nghệ",
        "BKHCN",
        en="Ministry of Science and Technology",
        sort_order=16,
    )
    return Chain(
        itu=itu,
        state=state,
        government=government,
        ministry=ministry,
        department=body(
            "vn-btttt-htqt",
            parent=ministry,
            name=Translated(vi="Vụ Hợp tác quốc tế", en="Department of International Cooperation"),
            abbreviation="HTQT",
            email="vanthu@vn-btttt-htqt.example",
        ),
        office=body(
            "vn-btttt-vp",
            parent=ministry,
            name=Translated(vi="Văn phòng Bộ", en="Ministry Office"),
            abbreviation="VP",
        ),
        science=science,
        science_department=body(
            "vn-bkhcn-htqt",
            parent=science,
            name=Translated(vi="Vụ Hợp tác quốc tế", en="Department of International Cooperation"),
            abbreviation="HTQT",
        ),
    )


def ministry_below(
    government: Body, key: str, vi: str, abbreviation: str, *, en: str = "", **facts
) -> Body:
    """A ministry with its abbreviation and an address in `.example`."""
    return body(
        key,
        kind="ministry",
        parent=government,
        name=Translated(vi=vi, en=en),
        abbreviation=abbreviation,
        email=f"vanthu@{key}.example",
        **facts,
    )


PROVINCES = (
    ("vn-ubnd-ha-noi", "Ủy ban nhân dân thành phố Hà Nội", "People’s Committee of Ha Noi City"),
    ("vn-ubnd-dak-lak", "Ủy ban nhân dân tỉnh Đắk Lắk", "People’s Committee of Dak Lak Province"),
    (
        "vn-ubnd-an-giang",
        "Ủy ban nhân dân tỉnh An Giang",
        "People’s Committee of An Giang Province",
    ),
)


def provinces(government: Body) -> list[Body]:
    """Three provinces with their addresses, in the order of the official list."""
    return [
        body(
            key,
            kind="province",
            parent=government,
            name=Translated(vi=vi, en=en),
            abbreviation="UBND",
            email=f"vanthu@{key}.example",
            sort_order=place,
        )
        for place, (key, vi, en) in enumerate(PROVINCES, start=1)
    ]


def group(owner: Body, *members: Body, key: str = "", **facts) -> AddressGroup:
    """A group of addressees; without a name "Các Bộ"."""
    named = facts.pop("name", None) or Translated(vi="Các Bộ", en="Ministries")
    return actions.create_group(
        by=INSTALLATION,
        owner=owner,
        key=key or f"nhom-{next(_next)}",
        name=named,
        members=members,
        **facts,
    )


def contact(at: Body, name: str = "Nguyễn Thị Mai", **facts) -> Contact:
    """A contact that receives the body's letters."""
    facts = {"email": f"mai{next(_next)}@co-quan.example", "receives_letters": True, **facts}
    return actions.add_contact(by=INSTALLATION, body=at, name=name, role="Văn thư", **facts)


def person(at: Body, name: str = "Trần Văn Bình") -> Person:
    """A person known to the body."""
    return actions.add_person(by=INSTALLATION, at=at, name=name)


def post(at: Body, vi: str = "Thứ trưởng", en: str = "Deputy Minister") -> Post:
    """A post at the body."""
    return actions.create_post(by=INSTALLATION, body=at, title=Translated(vi=vi, en=en))


DAY_OF_THE_LETTER = date(2024, 5, 10)
DAY_OF_THE_MERGER = date(2025, 3, 1)
