from django import forms
from django.test import Client, RequestFactory

from convoca.pages.views import Question, ask_first, confirmed, shown


class _Form(forms.Form):
    name = forms.CharField(label="Tên")


def _request(**data: str):
    factory = RequestFactory()
    return factory.post("/vi/x/", data) if data else factory.get("/vi/x/")


def test_a_form_that_is_not_valid_is_shown_again_with_422(settings) -> None:
    settings.GALLERY = True
    response = Client().post("/vi/pages/gallery/form/", {"place": "Lý Sơn"})

    assert response.status_code == 422
    assert 'value="Lý Sơn"' in response.text


def test_a_fresh_form_and_a_good_one_are_200() -> None:
    for form in (_Form(), _Form({"name": "Lý Sơn"})):
        assert shown(_request(), "pages/error.html", form=form).status_code == 200


def test_the_page_of_confirmation_carries_what_was_sent() -> None:
    request = _request(rows="7", csrfmiddlewaretoken="t")
    page = ask_first(request, Question(title="Xóa?", button="Xóa", back="/vi/")).content.decode()

    assert '<input type="hidden" name="rows" value="7">' in page
    assert 'value="t"' not in page


def test_only_the_button_confirms() -> None:
    assert confirmed(_request(confirmed="yes"))
    assert not confirmed(_request(rows="7"))
    assert not confirmed(RequestFactory().get("/?confirmed=yes"))


def test_the_bare_address_leads_to_the_language_of_the_reader() -> None:
    for header, there in (("en-GB,vi;q=0.5", "/en/"), ("vi", "/vi/"), ("xx", "/vi/")):
        response = Client(headers={"accept-language": header}).get("/")
        assert (response.status_code, response["Location"]) == (302, there)
        assert {"Accept-Language", "Cookie"} <= set(response["Vary"].split(", "))
