"""A letter in our own words on the facts of 17 May 2024, as it would be pasted from a web page."""

from pathlib import Path

REAL_LETTER = (
    Path(__file__).resolve().parents[4] / "shared" / "mission" / "000_974c955ef53c4afd.txt"
)

PASTED = """\
Số: /BTTTT-HTQT

*Hà Nội, ngày tháng năm 2024*

V/v tổ chức hoạt động nhân Ngày 17/5
năm 2024

Kính gửi: .....

Ngày 17/5 hằng năm nhắc lại ngày ra đời của *Liên minh Viễn thông quốc tế* (ITU).

Chủ đề do ITU chọn cho năm nay là “*Sáng tạo số vì mục tiêu phát triển bền vững*”. Bộ mong các
cơ quan, doanh nghiệp cùng tham gia:

- Tổ chức tọa đàm, ngày hội, cuộc thi cho người dân;

- Gửi về Bộ bài học hay và giải pháp đã dùng được.

Xin trân trọng cảm ơn./.

***Nơi nhận:***

- Như trên;
- Bộ trưởng (để b/c);
- Lưu: VT, HTQT, ABC.(06b).

**KT. BỘ TRƯỞNG
THỨ TRƯỞNG**

**Nguyễn Văn Mẫu**

World Telecommunication
and Information Society Day

# Digital innovation for sustainable development

17 May 2024
"""
