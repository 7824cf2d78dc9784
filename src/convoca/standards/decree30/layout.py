"""Measures of a page by Decree 30, App. I: millimetres and points, with the allowed ranges.

The sizes chosen are those of the decree's own example column (App. I, part I, V) where it
gives one.
"""

from dataclasses import dataclass

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CLOSING_MARK = "./."
PAGE_MM = (210, 297)


@dataclass(frozen=True, slots=True)
class Measure:
    """A chosen value within the decree's range, both ends included."""

    chosen: float
    least: float
    most: float

    def __post_init__(self) -> None:
        if not self.least <= self.chosen <= self.most:
            raise ValueError(f"{self.chosen} is outside {self.least} to {self.most}")


MARGINS_MM = {
    "top": Measure(20, 20, 25),
    "bottom": Measure(20, 20, 25),
    "left": Measure(30, 30, 35),
    "right": Measure(15, 15, 20),
}
SIZES_PT = {
    "national_name": Measure(12, 12, 13),
    "motto": Measure(13, 13, 14),
    "parent": Measure(12, 12, 13),
    "issuer": Measure(12, 12, 13),
    "number": Measure(13, 13, 13),
    "place_date": Measure(13, 13, 14),
    "type_name": Measure(14, 13, 14),
    "subject": Measure(12, 12, 13),
    "to": Measure(14, 13, 14),
    "body": Measure(14, 13, 14),
    "authority": Measure(14, 13, 14),
    "signer": Measure(14, 13, 14),
    "dispatch": Measure(12, 12, 12),
    "dispatch_list": Measure(11, 11, 11),
    "mark": Measure(13, 13, 14),
    "address": Measure(11, 11, 12),
    "page_number": Measure(14, 13, 14),
}
INDENT_MM = Measure(12.7, 10, 12.7)
PARAGRAPH_GAP_PT = 6
# Widths of the two head columns in the model form of a công văn (App. III, form 1.5).
HEAD_COLUMNS_MM = (68.0, 97.0)


def size(component: str) -> float:
    """Return the chosen size of a component in points."""
    return SIZES_PT[component].chosen
