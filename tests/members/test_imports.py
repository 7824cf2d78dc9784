"""Reading bodies from a file: good lines come in, every bad one is named, nothing is lost."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convoca.journal.actors import Actor, ActorKind
from convoca.journal.models import Entry
from convoca.journal.refusals import NotPermitted, StateConflict
from convoca.languages.translated import Translated
from convoca.members import actions, queries
from convoca.members.imports.planning import planned
from convoca.members.imports.reading import read
from convoca.members.imports.refused import refused_lines
from convoca.members.models import Body
from members import made

HEAD = "key,kind,parent,name_vi,name_en,abbreviation,email,valid_from,valid_to\n"


def administrator(at: Body) -> Actor:
    return made.actor("administrator", at=at, with_sub_bodies=True)


def problems_of(text: str | bytes, *, by: Actor = made.INSTALLATION) -> list[tuple[int, str, str]]:
    content = text.encode() if isinstance(text, str) else text
    return [(one.line, one.column, one.message) for one in planned(by=by, content=content).problems]


def imported(text: str, *, by: Actor = made.INSTALLATION):
    kept = actions.receive_import(by=by, file_name="co-quan.csv", content=text.encode())
    return actions.confirm_import(by=by, kept=kept)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_file_with_or_without_a_mark_and_with_any_delimiter_reads_the_same(mark, delimiter):
    text = 'key,kind,parent,name_vi\nbo-a,ministry,vn,"Bộ A, B"\n'
    lines = text.replace(",", delimiter).replace(f"A{delimiter} B", "A, B")
    (line,) = read(mark + lines.encode()).lines
    assert line.cells == {"key": "bo-a", "kind": "ministry", "parent": "vn", "name_vi": "Bộ A, B"}


def test_headers_may_be_vietnamese_and_unknown_ones_are_named():
    sheet = read("Mã;Loại;Mã cơ quan cấp trên;Tên tiếng Việt;Ghi chú\n".encode())
    assert list(sheet.headers) == ["key", "kind", "parent", "name_vi"]
    assert (sheet.ignored, sheet.problems) == (["Ghi chú"], [])


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"\n\n", 1),
        ("mã".encode("utf-16"), 1),
        (b"key;name_vi\n", 1),
        (b"key,kind,parent\n", 1),
    ],
)
def test_a_file_that_cannot_be_read_says_why(content, line):
    sheet = read(content)
    assert (sheet.lines, {problem.line for problem in sheet.problems}) == ([], {line})


def test_a_broken_line_does_not_swallow_the_next():
    text = (
        HEAD + 'a,unit,x,"chưa đóng,A,,,,\nb,unit,x,Đơn vị B,B,,,,\n"c",unit,x,"C\nhai dòng",,,,,\n'
    )
    sheet = read(text.encode() + b"d,unit,x,\xff\xfe,,,,,\ne,unit,x,E,E,,,,,,thua\n")
    assert [line.cells["key"] for line in sheet.lines] == ["b", "c"]
    assert [problem.line for problem in sheet.problems] == [2, 6, 7]


@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_without_a_fault_and_every_line_is_accounted_for(content):
    given_text = HEAD.encode() + content
    sheet = read(given_text)
    told = {line.number for line in sheet.lines} | {one.line for one in sheet.problems}
    if b"\x00" not in given_text[:200]:
        assert len(told) == len(sheet.lines) + len({p.line for p in sheet.problems})


@pytest.mark.django_db
class TestPlan:
    def test_a_file_makes_a_tree_whatever_its_order(self):
        chain = made.ministry_of_2024()
        outcome = imported(
            HEAD
            + "vn-bk-pb,unit,vn-bk,Phòng Kế toán,,PKT,,,\n"
            + "vn-bk,ministry,vn-chinh-phu,Bộ K,Ministry K,BK,vanthu@vn-bk.example,01/03/2025,\n",
            by=administrator(chain.itu),
        )
        unit = queries.by_key("vn-bk-pb")
        assert (outcome.created, outcome.refused) == (2, 0)
        assert unit.lineage[1:3] == [queries.by_key("vn-bk").uid, chain.government.uid]
        assert unit.parent.valid_from.isoformat() == "2025-03-01"
        assert [row.name for row in unit.names.all()] == [Translated(vi="Phòng Kế toán")]
        assert [row.parent.key for row in unit.parents.all()] == ["vn-bk"]
        assert list(queries.searched("ke toan phong")) == [unit]

    def test_every_wrong_cell_is_named_with_line_and_column(self):
        made.ministry_of_2024()
        told = problems_of(
            HEAD
            + "Vn A,bo,vn-chinh-phu,,,,khong-phai-thu,2025-13-01,\n"
            + "vn-b,unit,khong-co,B,,,,,\n"
            + "vn-c,unit,vn-chinh-phu,C,,,,2025-02-01,2025-01-01\n"
            + "vn-d,unit,vn-d,D,,,,,\n"
            + "vn-e,unit,vn-c,E,,,,,\n"
            + "itu,union,,Tên khác,,,,,\n"
        )
        assert [(line, column) for line, column, _message in told] == [
            (2, "key"),
            (2, "kind"),
            (2, "name_vi"),
            (2, "email"),
            (2, "valid_from"),
            (3, "parent"),
            (4, "valid_to"),
            (5, "parent"),
            (6, "parent"),
            (7, "name_vi"),
        ]

    def test_a_line_that_ends_before_its_names_says_that_the_name_is_missing(self):
        told = problems_of(HEAD + "bo-a,ministry,vn\n")
        assert (2, "name_vi") in [(line, column) for line, column, _message in told]

    def test_a_key_twice_in_the_file_names_the_first_line(self):
        made.ministry_of_2024()
        row = "vn-a,unit,vn-chinh-phu,A,,,,,\n"
        ((line, column, message),) = problems_of(HEAD + row + row)
        assert (line, column) == (3, "key")
        assert "2" in message

    def test_a_circle_is_refused_on_each_of_its_lines(self):
        told = problems_of(HEAD + "a,unit,c,A,,,,,\nb,unit,a,B,,,,,\nc,unit,b,C,,,,,\n")
        assert [(line, column) for line, column, _message in told] == [
            (2, "parent"),
            (3, "parent"),
            (4, "parent"),
        ]

    def test_an_administrator_adds_in_their_own_reach_only(self):
        chain = made.ministry_of_2024()
        text = HEAD + "vn-x,unit,vn-btttt,X,,,,,\nvn-y,unit,vn-bkhcn,Y,,,,,\nroot,union,,R,,,,,\n"
        told = problems_of(text, by=administrator(chain.ministry))
        assert [(line, column) for line, column, _message in told] == [(3, "parent"), (4, "parent")]

    def test_the_same_file_again_changes_nothing(self):
        chain = made.ministry_of_2024()
        text = HEAD + "vn-x,unit,vn-btttt,X,,,,,\n"
        imported(text, by=administrator(chain.itu))
        again = imported(text, by=administrator(chain.itu))
        assert (again.created, again.changed, again.unchanged) == (0, 0, 1)

    def test_an_address_that_differs_is_corrected_and_a_missing_column_says_nothing(self):
        chain = made.ministry_of_2024()
        head = "key,kind,parent,name_vi,name_en,email\n"
        row = "vn-btttt,ministry,,Bộ Thông tin và Truyền thông,"
        row += "Ministry of Information and Communications,moi@vn-btttt.example\n"
        outcome = imported(head + row, by=administrator(chain.itu))
        ministry = queries.by_key("vn-btttt")
        assert (outcome.changed, ministry.email) == (1, "moi@vn-btttt.example")
        assert (ministry.sort_order, ministry.abbreviation) == (13, "BTTTT")

    def test_places_in_the_french_order_may_be_exchanged_but_not_shared(self):
        itu = made.body("itu", kind="union", name=Translated(vi="ITU"))
        for place, key in enumerate(("fra", "deu"), start=1):
            made.body(
                key, kind="member_state", parent=itu, french_order=place, name=Translated(en=key)
            )
        head = "key,kind,parent,name_en,french_order\n"
        row = "{},member_state,itu,{},{}\n".format
        imported(head + row("fra", "fra", 2) + row("deu", "deu", 1))
        assert [body.key for body in queries.member_states(on=made.DAY_OF_THE_LETTER)] == [
            "deu",
            "fra",
        ]
        told = problems_of(head + row("esp", "esp", 1) + row("ita", "ita", 3) + row("x", "x", 3))
        assert [(line, column) for line, column, _message in told] == [
            (2, "french_order"),
            (4, "french_order"),
        ]

    def test_only_an_administrator_uploads_and_only_they_confirm_once(self):
        chain = made.ministry_of_2024()
        content = (HEAD + "vn-x,unit,vn-btttt,X,,,,,\n").encode()
        with pytest.raises(NotPermitted):
            actions.receive_import(
                by=made.actor("clerk", at=chain.itu), file_name="x.csv", content=content
            )
        by = administrator(chain.itu)
        kept = actions.receive_import(by=by, file_name="x.csv", content=content)
        with pytest.raises(NotPermitted):
            actions.confirm_import(by=administrator(chain.itu), kept=kept)
        actions.confirm_import(by=by, kept=kept)
        with pytest.raises(StateConflict):
            actions.confirm_import(by=by, kept=kept)
        assert Entry.objects.filter(action="members.confirm_import").count() == 1

    def test_the_refused_lines_come_back_as_they_were(self):
        made.ministry_of_2024()
        broken = b'vn-b,unit,vn-btttt,"ch\xc6\xb0a,,,,,\nvn-c,unit,vn-btttt,\xff,,,,,\n'
        content = HEAD.encode() + b"vn-a,unit,vn-btttt,A,,,,,\n" + broken
        back = refused_lines(planned(by=made.INSTALLATION, content=content))
        for line in broken.splitlines():
            assert line in back
        assert b"vn-a" not in back

    @pytest.mark.parametrize("delimiter", [",", ";", "\t"])
    def test_the_refused_lines_can_be_handed_in_again(self, delimiter):
        made.ministry_of_2024()
        line = "vn-b,unit,nowhere,B; b,,,,,\n".replace(",", delimiter)
        line = line.replace("B; b", '"B; b"')
        content = (HEAD.replace(",", delimiter) + line).encode()
        plan = planned(by=made.INSTALLATION, content=content)
        again = planned(by=made.INSTALLATION, content=refused_lines(plan))
        assert [one.message for one in again.problems] == [one.message for one in plan.problems]

    def test_ten_thousand_lines_with_broken_ones_are_fast_and_none_is_lost(self):
        chain = made.ministry_of_2024()
        rows, broken = [], 0
        for number in range(10_000):
            parent = "vn-btttt" if number % 10 == 0 else f"dv-{number - number % 10}"
            name = f'"Đơn vị số {number}, Vụ {number // 10}"'
            if number % 97 == 5:
                name, broken = f'"Đơn vị số {number}', broken + 1
            rows.append(f"dv-{number},unit,{parent},{name},Unit {number},DV{number},,,")
        content = (HEAD + "\n".join(rows) + "\n").encode()
        by = Actor(ActorKind.PERSON, "u", "Quản trị", administrator(chain.itu).grants)
        kept = actions.receive_import(by=by, file_name="muoi-nghin.csv", content=content)
        began = time.process_time()
        plan = planned(by=by, content=content)
        planning = time.process_time() - began
        outcome = actions.confirm_import(by=by, kept=kept)
        confirming = time.process_time() - began - planning
        below_broken = [one for one in plan.problems if one.column == "parent"]
        assert len(plan.new) + plan.refused == 10_000
        assert plan.refused == broken + len(below_broken)
        assert (outcome.created, outcome.refused) == (len(plan.new), plan.refused)
        assert Body.objects.filter(key__startswith="dv-").count() == len(plan.new)
        assert planning < 5
        assert confirming < 15
