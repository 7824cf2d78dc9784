import re
from datetime import UTC, datetime

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils.translation import override

from convoca.journal.timeline import TimelineEntry
from convoca.pages.charts import Part
from convoca.pages.parts import Figure, Moment, Step, SummaryRow
from convoca.pages.problems import Problem, problems_of
from convoca.pages.waiting import Waiting


def drawn(source: str, language: str = "vi", **context: object) -> str:
    with override(language):
        text = Template("{% load pages %}" + source).render(Context(context))
    return re.sub(r"\s+", " ", text).strip()


class _Form(forms.Form):
    name = forms.CharField(label="Tên thực tiễn?", help_text="Một câu ngắn.")
    kind = forms.ChoiceField(label="Loại", choices=[("a", "A")], widget=forms.RadioSelect)
    agreed = forms.BooleanField(label="Đồng ý")
    note = forms.CharField(label="Ghi chú", required=False)


def test_a_field_ties_label_hint_and_error_to_its_control() -> None:
    assert drawn("{% field form.name %}", form=_Form({})) == (
        '<div class="field wrong"> <label for="id_name">Tên thực tiễn?</label> '
        '<div class="hint" id="id_name_helptext">Một câu ngắn.</div>'
        '<ul class="errorlist" id="id_name_error"><li>Mục này chưa có thông tin; vui lòng bổ sung.'
        "</li></ul>"
        '<input type="text" name="name" required aria-invalid="true" '
        'aria-describedby="id_name_helptext id_name_error" id="id_name"> </div>'
    )


def test_choices_stand_in_a_fieldset_with_a_legend() -> None:
    text = drawn("{% field form.kind %}", form=_Form({}))

    assert text.startswith(
        '<fieldset class="field choices wrong" aria-describedby="id_kind_error">'
    )
    assert "<legend>Loại</legend>" in text


def test_what_need_not_be_given_is_marked_unless_quiet() -> None:
    mark = '<span class="optional">(không bắt buộc)</span>'

    assert mark in drawn("{% field form.note %}", form=_Form())
    assert mark not in drawn("{% field form.note quiet=True %}", form=_Form())
    assert mark not in drawn("{% field form.name %}", form=_Form())


def test_a_whole_form_looks_like_its_fields() -> None:
    each = drawn("".join(f"{{% field form.{name} %}}" for name in _Form.base_fields), form=_Form())

    assert drawn("{{ form }}", form=_Form()).replace(" ", "") == each.replace(" ", "")


def test_every_problem_leads_to_its_control() -> None:
    with override("vi"):
        found = list(problems_of(_Form({})))

    assert found == [
        Problem("Tên thực tiễn: Mục này chưa có thông tin; vui lòng bổ sung.", "id_name"),
        Problem("Loại: Mục này chưa có thông tin; vui lòng bổ sung.", "id_kind_0"),
        Problem("Đồng ý: Mục này chưa có thông tin; vui lòng bổ sung.", "id_agreed"),
    ]


def test_a_formset_names_the_problems_of_each_of_its_forms() -> None:
    many = forms.formset_factory(_Form, min_num=2, validate_min=True, extra=0)
    data = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-name": "x"}

    assert [one.target for one in problems_of(many(data))] == [
        "",
        "id_form-0-kind_0",
        "id_form-0-agreed",
    ]


def test_a_fresh_form_has_no_problems() -> None:
    assert drawn("{% error_summary form %}", form=_Form()) == ""


def test_a_status_is_words_and_escapes_them() -> None:
    assert drawn("{% status words 'late' %}", words="A & B") == (
        '<span class="tag late">A &amp; B</span>'
    )
    with pytest.raises(TemplateSyntaxError):
        drawn("{% status 'x' 'purple' %}")


def test_a_timeline_puts_the_newest_first_with_the_remark() -> None:
    entries = [
        TimelineEntry(
            1, datetime(2024, 4, 19, 10, 30, tzinfo=UTC), "person", "u", "Văn thư", "x.y", {}
        ),
        Moment(datetime(2024, 4, 22, 9, 5, tzinfo=UTC), "Phát hành", remark="Đúng hạn"),
    ]
    text = drawn("{% timeline entries %}", entries=entries)

    assert re.findall(r"<time [^>]*>([^<]*)</time>([^<]*)", text) == [
        ("Thứ Hai, ngày 22 tháng 4 năm 2024, 16:05", "Phát hành"),
        ("Thứ Sáu, ngày 19 tháng 4 năm 2024, 17:30", "x.y "),
    ]
    assert "<q>Đúng hạn</q>" in text
    assert "Thời gian: Giờ Việt Nam" in text


@pytest.mark.parametrize(("language", "number"), [("vi", "1.103"), ("en", "1,103")])
def test_figures_group_their_thousands_in_the_readers_way(language: str, number: str) -> None:
    text = drawn("{% figures all %}", language, all=[Figure(1103, "bodies")])

    shown = text.replace("> <", "><")
    assert shown == f'<dl class="figures"><div><dt>bodies</dt><dd>{number}</dd></div></dl>'


def test_a_bar_has_its_table_and_no_inline_style() -> None:
    text = drawn("{% bar parts %}", parts=[Part("trả lời", 3, "ok"), Part("im lặng", 1, "late")])

    assert re.findall(r'<td class="num">([^<]*)</td>', text) == ["3", "75 %", "1", "25 %"]
    assert "style=" not in text
    assert text.count("<svg") == text.count('aria-hidden="true" focusable="false"')


def test_a_summary_says_what_was_not_given_and_names_what_it_changes() -> None:
    text = drawn("{% summary_list rows %}", "en", rows=[SummaryRow("Place", "", "/place/")])

    assert '<span class="soft">not given</span>' in text
    assert '<a href="/place/">Change<span class="visually-hidden">: Place</span></a>' in text


def test_steps_say_where_one_is() -> None:
    text = drawn("{% steps all %}", "en", all=[Step("Draft", "done"), Step("Sign", "current")])

    assert '<li class="current" aria-current="step">Sign</li>' in text
    assert 'Draft<span class="visually-hidden"> (done)</span>' in text


def test_tasks_or_the_word_that_there_are_none() -> None:
    assert "Sign the letter" in drawn("{% tasks all %}", all=[Waiting("Sign the letter", "/sign/")])
    assert drawn("{% tasks all %}", "en", all=[]) == '<p class="soft">Nothing waits for you.</p>'
    assert drawn("{% tasks all 'All read.' %}", all=[]) == '<p class="soft">All read.</p>'


def test_pages_keep_the_rest_of_the_address() -> None:
    page = Paginator(range(95), 10).page(5)
    request = RequestFactory().get("/vi/letters/?state=late&page=5")
    text = drawn("{% paginate page %}", request=request, page=page)

    assert re.findall(r'href="([^"]*)"', text) == [
        f"?state=late&amp;page={number}" for number in (4, 1, 4, 6, 10, 6)
    ]
    assert '<span aria-current="page">5</span>' in text


def test_one_page_needs_no_links() -> None:
    page = Paginator(range(3), 10).page(1)

    assert drawn("{% paginate page %}", request=RequestFactory().get("/"), page=page) == ""
