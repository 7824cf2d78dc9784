"""What the bodies of the story tell: made up, no real body said any of it."""

EXPERIENCE = (
    "Hồ sơ sức khỏe điện tử ở trạm y tế xã",
    "Trạm y tế của 40 xã dùng chung một hồ sơ sức khỏe điện tử; người dân không phải khai lại.",
)
EXPERIENCE_IN_ENGLISH = (
    "One electronic health record for the commune clinics",
    "The clinics of 40 communes share one electronic health record; nobody tells it all again.",
)
OPEN_DAY = ("Ngày hội sức khỏe số", "Người dân thử đặt lịch khám trên điện thoại tại chỗ.")
COMMUNITY_TEAMS = {
    "vi": (
        "Tổ công nghệ số cộng đồng đến từng nhà",
        "Mỗi thôn có một tổ năm người giúp người cao tuổi dùng dịch vụ công trực tuyến.",
    ),
    "en": (
        "Community digital teams that come to the door",
        "In every hamlet a team of five helps older people to use public services online.",
    ),
}
INVOICES = (
    "Hóa đơn điện tử cho hộ kinh doanh nhỏ",
    "Tiểu thương ở chợ xuất hóa đơn bằng điện thoại, không cần máy tính tiền riêng.",
)
TAX_LESSONS = (
    "Hướng dẫn khai thuế qua điện thoại",
    "Mười đoạn phim ngắn chỉ từng bước khai thuế trên điện thoại cho người mới bắt đầu.",
)
LETTER_OF_REPLY = {
    "number": "2207/BTC-THTK",
    "day": "2026-06-10",
    "subject": "V/v hưởng ứng Ngày Viễn thông và Xã hội thông tin Thế giới năm 2024",
    "signer": "Thứ trưởng (trình diễn)",
}
