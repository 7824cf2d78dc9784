"""Fields refuse in our own words, also where Django itself does the refusing."""

import pytest
from django import forms
from django.utils.translation import override


@pytest.mark.parametrize(
    ("field", "given", "said"),
    [
        (forms.CharField(), "", "Mục này chưa có thông tin; vui lòng bổ sung."),
        (forms.DateField(), "32/5", "Ngày không hợp lệ."),
        (forms.IntegerField(), "mười", "Chỉ nhập số nguyên."),
        (forms.CharField(max_length=3), "ngày", "Tối đa 3 ký tự (hiện có 4)."),
        (forms.EmailField(), "vanthu", "Địa chỉ thư điện tử không hợp lệ."),
    ],
)
def test_a_field_refuses_in_our_words(field: forms.Field, given: str, said: str) -> None:
    with override("vi"), pytest.raises(forms.ValidationError) as refused:
        field.clean(given)
    assert refused.value.messages == [said]
