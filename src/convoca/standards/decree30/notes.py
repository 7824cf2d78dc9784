"""What a reading of a pasted letter did not find, in words for the person who pasted it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """`part` is the field of `ReadLetter` that the note is about."""

    part: str
    en: str
    vi: str

    def words(self, language: str) -> str:
        """Return the note in Vietnamese for `vi`, in English for any other language."""
        return self.vi if language == "vi" else self.en


NOTES: dict[str, Note] = {
    note.part: note
    for note in (
        Note(
            "issuer",
            "No issuing body stands above the number.",
            "Không thấy tên cơ quan ban hành phía trên số văn bản.",
        ),
        Note(
            "symbol",
            "No line “Số: …/…” with the symbol was found.",
            "Không thấy dòng “Số: …/…” có ký hiệu văn bản.",
        ),
        Note(
            "number",
            "The number is blank; it is given at signing.",
            "Số văn bản để trống; số được cấp khi ký.",
        ),
        Note(
            "place",
            "No line with place and date was found.",
            "Không thấy dòng địa danh và thời gian ban hành.",
        ),
        Note(
            "day",
            "Day and month are blank; they are given at signing.",
            "Ngày, tháng để trống; được ghi khi ký.",
        ),
        Note(
            "subject",
            "No abstract (“V/v …”) was found.",
            "Không thấy trích yếu nội dung (“V/v …”).",
        ),
        Note(
            "addressees",
            "“Kính gửi” names nobody yet; choose the addressees.",
            "“Kính gửi” chưa ghi nơi nhận; cần chọn cơ quan, đơn vị nhận.",
        ),
        Note("body", "No body text was found.", "Không thấy nội dung văn bản."),
        Note(
            "closing",
            "The body does not end with “./.”.",
            "Nội dung không kết thúc bằng dấu “./.”.",
        ),
        Note(
            "recipients",
            "No list under “Nơi nhận” was found.",
            "Không thấy danh sách dưới “Nơi nhận”.",
        ),
        Note(
            "archive",
            "“Nơi nhận” has no archive line (“Lưu: VT, …”).",
            "“Nơi nhận” không có dòng lưu (“Lưu: VT, …”).",
        ),
        Note(
            "signing",
            "No authority and post of a signer were found.",
            "Không thấy thẩm quyền, chức vụ của người ký.",
        ),
        Note("signer_name", "No signer's name was found.", "Không thấy họ tên người ký."),
        Note(
            "annex",
            "Nothing follows the signature; there is no annex text.",
            "Sau chữ ký không còn nội dung; không có phụ lục.",
        ),
    )
}
