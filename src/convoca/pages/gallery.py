"""Every part of the pages on one page, for developers and for tests; closed in use.

The samples are invented and long on purpose; numbers in them stand for no real event.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from convoca.languages.forms import LineFormField, ProseFormField, TranslatedFormField
from convoca.pages import errors
from convoca.pages.charts import Coverage, Part
from convoca.pages.navigation import Words
from convoca.pages.parts import Figure, Moment, Step, SummaryRow
from convoca.pages.views import Question, ask_first, shown
from convoca.pages.waiting import Waiting

View = Callable[..., HttpResponse]

LONG = (
    "Ủy ban nhân dân thành phố Đà Nẵng, Sở Thông tin và Truyền thông, "
    "Trung tâm Công nghệ thông tin và Truyền thông, Phòng Hạ tầng và An toàn thông tin"
)


def _developers_only(view: View) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.GALLERY:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


class SampleForm(forms.Form):
    """One field of each kind."""

    title = TranslatedFormField(
        label="Tên thực tiễn", help_text="Một câu ngắn, người ngoài ngành cũng hiểu."
    )
    story = ProseFormField(label="Việc gì đã thay đổi, cho ai?", help_text="150 đến 200 từ.")
    place = LineFormField(label="Nơi thực hiện", required=False, max_length=200)
    kind = forms.ChoiceField(
        label="Loại nội dung",
        widget=forms.RadioSelect,
        choices=[("practice", "Thực tiễn tốt"), ("story", "Câu chuyện thành công"), ("x", LONG)],
    )
    goals = forms.MultipleChoiceField(
        label="Mục tiêu phát triển bền vững",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        choices=[("4", "4. Giáo dục có chất lượng"), ("9", "9. Công nghiệp, sáng tạo và hạ tầng")],
    )
    region = forms.ChoiceField(label="Vùng", choices=[("", "Chọn một vùng"), ("n", "Miền Bắc")])
    held_on = forms.DateField(
        label="Ngày tổ chức", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    reached = forms.IntegerField(label="Số người tham gia", required=False, min_value=0)
    file = forms.FileField(
        label="Tệp đính kèm", required=False, help_text="PDF, Word hoặc ảnh, tối đa 20 MB mỗi tệp."
    )
    consent = forms.BooleanField(label="Chúng tôi đồng ý cho công bố nội dung này.")

    def clean_reached(self) -> int | None:
        """Refuse a number that no hall can hold."""
        reached: int | None = self.cleaned_data["reached"]
        if reached and reached > 1_000_000:
            raise ValidationError("Hãy kiểm tra lại con số này.")
        return reached


class FilterForm(forms.Form):
    """A filter bar."""

    words = LineFormField(label="Từ khóa", required=False)
    state = forms.ChoiceField(
        label="Trạng thái", required=False, choices=[("", "Tất cả"), ("late", "Chưa phản hồi")]
    )
    mine = forms.BooleanField(label="Chỉ việc của tôi", required=False)


PARTS = [
    Part("đã trả lời", 61, "ok", "#replied"),
    Part("đã nhận, chưa trả lời", 27, "info"),
    Part("chưa phản hồi", 15, "late"),
]
REGIONS = [
    Part("Đồng bằng sông Hồng", 11),
    Part("Trung du và miền núi phía Bắc", 14),
    Part(LONG, 3),
]
YEARS = [Part(str(1990 + n), (n * 37) % 23 * 4) for n in range(26)]
COVER = [
    Coverage("Bộ, cơ quan ngang Bộ", ["ok"] * 18 + ["late"] * 2 + ["plain"] * 2),
    Coverage("Tỉnh, thành phố", ["ok"] * 40 + ["info"] * 9 + ["plain"] * 13 + ["bad"]),
    Coverage("Doanh nghiệp viễn thông", []),
]
TIMELINE = [
    Moment(datetime(2024, 4, 22, 9, 5, tzinfo=UTC), "Phát hành đến 103 nơi nhận", "Văn thư"),
    Moment(datetime(2024, 4, 22, 8, 40, tzinfo=UTC), "Ký ban hành", "Thứ trưởng, trình diễn"),
    Moment(
        datetime(2024, 4, 19, 10, 30, tzinfo=UTC),
        "Trả lại để sửa",
        LONG,
        "Đề nghị nêu rõ thời hạn và đầu mối liên hệ.",
    ),
]
ROWS = [
    (LONG, "1812/UBND-STTTT", "Đã nhận văn bản", "ok", 4),
    ("Bộ Nông nghiệp và Phát triển nông thôn", "", "Đã nhận nội dung", "info", 2),
    ("Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu", "", "Chuyển Sở xử lý", "late", 0),
    ("Tập đoàn viễn thông (mẫu)", "", "Thư bị trả lại", "bad", 0),
]
STEPS = [
    Step("Soạn thảo", "done", "Chuyên viên, 19/4"),
    Step("Kiểm tra nội dung", "done", "Vụ trưởng, 19/4"),
    Step("Kiểm tra thể thức", "current", "Văn phòng"),
    Step("Ký"),
    Step("Phát hành"),
]
FIGURES: list[Figure] = [
    Figure(1103, "cơ quan, đơn vị", "#all"),
    Figure(61, "đã trả lời", tone="ok"),
    Figure(15, "chưa phản hồi", "#silent", "late"),
]
TASKS = [
    Waiting(
        "Duyệt nội dung công văn nhắc",
        "#1",
        datetime(2024, 4, 22, 10, 0, tzinfo=UTC),
        "Ngày Viễn thông 2024",
    ),
    Waiting(f"Thẩm định 6 nội dung của {LONG}", "#2", datetime(2099, 4, 26, 10, 0, tzinfo=UTC)),
    Waiting("Đọc lại thư chờ phát hành", "#3"),
]
ANSWERS: list[SummaryRow] = [
    SummaryRow("Tên thực tiễn", "Lớp học số trên đảo Lý Sơn", "#title"),
    SummaryRow("Việc gì đã thay đổi, cho ai?", f"Dòng một.\n{LONG}", "#story"),
    SummaryRow("Nơi thực hiện", "", "#place"),
]


@_developers_only
def gallery(request: HttpRequest) -> HttpResponse:
    """Show every part, filled, empty and overfull."""
    messages.success(request, "Đã lưu bản nháp.")
    messages.error(request, "Không gửi được thư đến 2 nơi nhận.")
    context = {
        "filters": FilterForm({"words": "đảo"}),
        "figures_list": FIGURES,
        "parts": PARTS,
        "regions": REGIONS,
        "years": YEARS,
        "cover": COVER,
        "entries": TIMELINE,
        "rows": ROWS,
        "steps_list": STEPS,
        "tasks_list": TASKS,
        "answers": ANSWERS,
        "page": Paginator(range(1103), 25).get_page(request.GET.get("page", 7)),
        "long": LONG,
        "nothing": [],
    }
    return render(request, "pages/gallery/parts.html", context)


@_developers_only
def form_page(request: HttpRequest) -> HttpResponse:
    """Show a form with every kind of field; sent empty, it shows every error."""
    form = SampleForm(request.POST, request.FILES) if request.method == "POST" else SampleForm()
    return shown(request, "pages/gallery/form.html", {"steps_list": STEPS}, form=form)


@_developers_only
def question_page(request: HttpRequest) -> HttpResponse:
    """Show a page that asks one thing."""
    form = SampleForm(request.POST) if request.method == "POST" else SampleForm()
    return shown(request, "pages/gallery/question.html", form=form)


@_developers_only
def public_page(request: HttpRequest) -> HttpResponse:
    """Show a page for the public, spacious, with cards and a long text."""
    return render(request, "pages/gallery/public.html", {"figures_list": FIGURES, "long": LONG})


@_developers_only
def confirm_page(request: HttpRequest) -> HttpResponse:
    """Show the question that comes before something goes."""
    goes: list[Words] = ["Bản nháp công văn nhắc số 2", LONG]
    question = Question(
        title="Xóa hai bản nháp này?",
        button="Xóa hai bản nháp",
        back=reverse("pages:gallery"),
        goes=goes,
        note="Có thể khôi phục trong 30 ngày.",
    )
    return ask_first(request, question)


@_developers_only
def error(request: HttpRequest, status: int) -> HttpResponse:
    """Show one of the pages for errors."""
    if status == 500:
        return errors.server_error(request)
    if status not in errors.WORDS:
        raise Http404
    return errors.error_page(request, status)
