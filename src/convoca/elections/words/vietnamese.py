"""Vietnamese."""

from convoca.elections.words.sentences import Labels, Words
from convoca.standards.general_rules.outcomes import Clash, Status, Step
from convoca.standards.general_rules.rule_sets import TieBreak
from convoca.standards.general_rules.sources import Grade

LABELS = Labels(
    region="khu vực {region}",
    round="vòng {round}",
    round_unknown="không rõ vòng",
    result="Kết quả",
    elected="Trúng cử",
    standing="Còn tiếp tục ứng cử",
    tied="Bằng phiếu",
    nobody="chưa có ai",
    papers="Số phiếu",
    entitled="Có quyền bỏ phiếu",
    deposited="Phiếu đã bỏ vào hòm",
    blank="Phiếu trắng",
    invalid="Phiếu không hợp lệ",
    valid="Phiếu hợp lệ",
    votes_counted="Số phiếu bầu đếm được",
    required="Đa số cần đạt",
    no_majority_needed="không cần; ai nhiều phiếu hơn thì trúng cử",
    seats="Số ghế",
    not_published="không được công bố",
    votes="Kết quả kiểm phiếu",
    votes_missing="không rõ",
    is_elected="trúng cử",
    is_tied="bằng phiếu",
    steps="Từng bước xác định kết quả",
    conflicts="Những số liệu không khớp nhau",
    missing="Những số phiếu chưa biết",
    comparison="So với kết quả đã công bố",
    agrees="trùng khớp.",
    differs="khác nhau.",
    not_comparable="chưa đủ căn cứ để so sánh.",
    texts="Các văn bản được viện dẫn",
    texts_told=(
        "CS là Hiến chương, CV là Công ước (từ số 385 trở đi theo cách đánh số năm 1992), GR là "
        "Quy tắc chung về hội nghị, đại hội và cuộc họp của Liên minh. Chữ cái cho biết mức độ tin "
        "cậy của căn cứ:"
    ),
    grade="mức {grade}",
    sources="Nơi tra cứu các quy định",
)

STATUSES = {
    Status.DECIDED: "đã có kết quả",
    Status.NEXT_ROUND: "chưa có người trúng cử; tiếp tục vòng sau",
    Status.TIED: "bằng phiếu; phải bỏ phiếu riêng để phân định",
    Status.POSTPONED: "hoãn sang phiên họp sau",
    Status.UNDECIDABLE: "chưa đủ số liệu để xác định kết quả",
}

GRADES = {
    Grade.TREATY: "đã đọc trong điều ước hoặc văn bản chính thức",
    Grade.OFFICIAL: "đã đọc trên trang chính thức mô tả thực tiễn",
    Grade.INFERRED: "suy ra từ các kết quả đã công bố",
    Grade.UNVERIFIED: "chưa kiểm chứng; chỉ là tham số, không được trích dẫn như văn bản",
    Grade.OWN: "quy ước riêng của Convoca",
}

TIE_BREAKS = {
    TieBreak.NEXT_ROUND: "tiếp tục vòng sau",
    TieBreak.LOT: "nếu vẫn bằng phiếu thì chủ tọa bốc thăm",
    TieBreak.AGE: "nếu vẫn bằng phiếu thì ứng cử viên cao tuổi hơn trúng cử",
}

STEPS = {
    Step.SEATS: (
        "Số ghế cần bầu: {seats}. Ứng cử viên nhiều phiếu nhất trúng cử, không cần đạt đa số."
    ),
    Step.SEATS_BY_RULE: (
        "Bảng số liệu không ghi số ghế. Theo quy định áp dụng năm {year}, khu vực {region} có "
        "{seats} ghế."
    ),
    Step.VALID_COUNTED: (
        "Phiếu hợp lệ: {valid}, là tổng số phiếu bầu cho các ứng cử viên. Phiếu trắng và phiếu "
        "không hợp lệ không được tính."
    ),
    Step.VALID_MARKS: (
        "Số phiếu bầu đếm được: {marks}. Đây là số lượt chọn, không phải số tờ phiếu: mỗi tờ "
        "được chọn nhiều nhất bằng số ghế (ở đây là {seats})."
    ),
    Step.VALID_PUBLISHED: (
        "Phiếu hợp lệ: {valid}, theo số đã công bố. Chưa biết đủ số phiếu của các ứng cử viên."
    ),
    Step.VALID_FROM_PAPERS: (
        "Phiếu hợp lệ: {valid}, là số phiếu đã bỏ vào hòm trừ phiếu trắng và phiếu không hợp lệ. "
        "Chưa biết đủ số phiếu của các ứng cử viên."
    ),
    Step.VALID_UNKNOWN: "Chưa biết số phiếu hợp lệ. Số phiếu đã biết: {counted}.",
    Step.REQUIRED: (
        "Đa số cần đạt: {required}, tức là quá nửa số phiếu hợp lệ ({valid}): lấy một nửa, bỏ "
        "phần lẻ, cộng một."
    ),
    Step.REQUIRED_PUBLISHED: "Đa số cần đạt: {required}, theo số đã công bố.",
    Step.REQUIRED_AT_MOST: (
        "Đa số cần đạt nhiều nhất là {required}, vì không thể có quá {papers} phiếu hợp lệ."
    ),
    Step.ELECTED_BY_MAJORITY: (
        "{name} được {votes} phiếu, đa số cần đạt là {required}. {name} trúng cử."
    ),
    Step.NOBODY_REACHED: ("Không ai đạt đa số {required}. Số phiếu cao nhất là {votes} ({names})."),
    Step.VOTE_DEDUCED: (
        "Không tìm thấy số phiếu của {name}, nhưng mọi phiếu hợp lệ khác đều đã biết: còn lại "
        "{votes}."
    ),
    Step.TIE_DECIDES_NOTHING: (
        "{names} cùng được {votes} phiếu. Ở vòng này, việc bằng phiếu chưa quyết định điều gì."
    ),
    Step.ALL_STAND: "Tiếp tục vòng {next_round}. Ai không rút lui thì vẫn ứng cử: {names}.",
    Step.FINAL_BETWEEN: (
        "Tiếp tục vòng {next_round}, chỉ giữa hai người nhiều phiếu nhất: {names}."
    ),
    Step.TIE_FOR_FINAL: (
        "{names} cùng được {votes} phiếu khi xét suất vào vòng cuối. Phải bỏ phiếu riêng giữa "
        "các ứng cử viên này để chọn."
    ),
    Step.TIE_IN_FINAL: (
        "{names} cùng được {votes} phiếu ở vòng cuối. Phải bỏ phiếu thêm một lần; nếu vẫn bằng "
        "phiếu thì người cao tuổi hơn trúng cử."
    ),
    Step.ROUND_UNKNOWN: (
        "Không rõ đây là vòng thứ mấy. Sau vòng {rounds} chỉ còn hai ứng cử viên, nên chưa biết "
        "ai tiếp tục."
    ),
    Step.MOST_VOTES: "Chắc chắn trúng cử vì được nhiều phiếu nhất: {names}.",
    Step.LAST_SEAT: (
        "Ghế cuối cùng thuộc về {last} với {last_votes} phiếu; ứng cử viên đầu tiên "
        "không trúng cử là {first_out} với {first_out_votes} phiếu."
    ),
    Step.SEATS_FOR_ALL: (
        "Số ứng cử viên vừa bằng số ghế ({names} trên {seats}): tất cả đều trúng cử, bất kể số "
        "phiếu."
    ),
    Step.TIE_INSIDE: (
        "{names} cùng được {votes} phiếu. Tất cả đều trúng cử nên kết quả không thay đổi."
    ),
    Step.TIE_ACROSS_CUT: (
        "{names} cùng được {votes} phiếu mà không đủ ghế cho tất cả (số ghế còn lại: {seats}). "
        "Phải bỏ phiếu riêng giữa các ứng cử viên này; {rule}."
    ),
    Step.SPECIAL_BALLOT: (
        "Đây là lần bỏ phiếu riêng giữa các ứng cử viên bằng phiếu. Số ghế còn lại: {seats}."
    ),
    Step.SPECIAL_BALLOT_TIED: (
        "Trong lần bỏ phiếu riêng, {names} lại bằng phiếu, cùng được {votes} (số ghế còn lại: "
        "{seats}). Quy định cho trường hợp này: {rule}."
    ),
    Step.NEXT_BY_VOTES: (
        "Nếu một ghế của khu vực bị khuyết trước hội nghị sau thì ghế đó thuộc về ứng cử viên được "
        "nhiều phiếu nhất trong số chưa trúng cử: {names} ({votes})."
    ),
    Step.POSTPONED: (
        "Có {blank} phiếu trắng và {valid} phiếu có bầu: phiếu trắng quá nửa số phiếu đã bỏ, nên "
        "cuộc bỏ phiếu được hoãn sang phiên họp sau."
    ),
    Step.ABSTENTIONS_WITHIN: (
        "Phiếu trắng: nhiều nhất {blank}; phiếu có bầu: ít nhất {valid}. Phiếu trắng không quá "
        "nửa số phiếu đã bỏ nên cuộc bỏ phiếu có giá trị."
    ),
    Step.ABSTENTIONS_UNKNOWN: (
        "Số phiếu trắng không được công bố, nên không kiểm tra được quy định về phiếu trắng quá "
        "nửa."
    ),
    Step.ABSTENTIONS_MAY_POSTPONE: (
        "Có thể có tới {blank} phiếu trắng so với {valid} phiếu có bầu. Chưa rõ phiếu trắng có "
        "quá nửa số phiếu đã bỏ, khiến cuộc bỏ phiếu bị hoãn, hay không."
    ),
    Step.LATER_MEETING: (
        "Cuộc bỏ phiếu đã được hoãn một lần vì nhiều phiếu trắng; lần này phiếu trắng không còn "
        "được xét."
    ),
    Step.MARKS_BOUND: (
        "Không thể có quá {papers} tờ phiếu hợp lệ, mỗi tờ chọn nhiều nhất {seats} tên. Đã biết "
        "{counted} lượt chọn, nên còn lại {left} lượt cho các ứng cử viên chưa rõ số phiếu."
    ),
    Step.MISSING_CANNOT_CHANGE: (
        "Còn thiếu số phiếu, nhưng dù là bao nhiêu cũng không làm thay đổi kết quả này."
    ),
    Step.MISSING_COULD_CHANGE: (
        "Thiếu số phiếu của {names}; số phiếu đó có thể làm thay đổi kết quả."
    ),
    Step.UNLISTED_POSSIBLE: (
        "Chưa chắc danh sách ứng cử viên đã đủ; số phiếu của ứng cử viên khác có thể làm thay "
        "đổi kết quả."
    ),
    Step.CONTRADICTION: (
        "Các số đã công bố mâu thuẫn nhau: số phiếu đã biết ({counted}) nhiều hơn số phiếu hợp lệ."
    ),
    Step.METHOD_NOT_SUPPORTED: "Bộ quy tắc {rules} không dùng để bầu {seats} ghế.",
    Step.WITHDRAWN: "Đã rút lui sau vòng {round}: {names}.",
    Step.TABLE_TAKEN_AS_WHOLE: (
        "Không có thông tin bảng số liệu đã đủ tên và số phiếu hay chưa; ở đây coi là đã đủ."
    ),
}

CLASHES = {
    Clash.VALID: "số phiếu hợp lệ ghi {published}, nhưng cộng các số phiếu được {counted}",
    Clash.REQUIRED: "đa số cần đạt ghi {published}, nhưng tính theo số phiếu là {counted}",
    Clash.PAPERS: (
        "số phiếu đã bỏ là {deposited}, không khớp với {blank} phiếu trắng, {invalid} phiếu không "
        "hợp lệ và {valid} phiếu hợp lệ"
    ),
    Clash.MORE_VOTES_THAN_PAPERS: (
        "{name} được {votes} phiếu, trong khi chỉ có thể có {papers} phiếu hợp lệ"
    ),
    Clash.MORE_MARKS_THAN_SEATS: (
        "số lượt chọn nhiều hơn số ghế cho phép: {marks} lượt trên {papers} tờ phiếu, mỗi tờ "
        "nhiều nhất {seats}"
    ),
    Clash.MORE_VOTES_THAN_VALID: (
        "số phiếu hợp lệ ghi {published}, nhưng riêng các số phiếu đã biết cộng được {counted}"
    ),
    Clash.MORE_PAPERS_THAN_ENTITLED: (
        "có {deposited} phiếu đã bỏ, nhưng chỉ {entitled} đoàn có quyền bỏ phiếu"
    ),
    Clash.SEATS: "số ghế ghi {stated}, nhưng ở đây bầu {left}",
    Clash.NOT_STANDING: "sau vòng {round}, {name} không còn trong danh sách",
    Clash.ROUND_AFTER_DECISION: "vòng {round} đã bầu xong {names}",
    Clash.SAME_STATE: (
        "{name} và {other} ({post}) cùng là người của {state}; tất cả phải thuộc các Quốc gia "
        "thành viên khác nhau"
    ),
}

PHRASES = {
    "PP-98 procedure": "Thủ tục bầu cử PP-98",
    "PP-02 procedure, par. 3": "Thủ tục bầu cử PP-02, khoản 3",
    "PP-02 procedure, par. 5": "Thủ tục bầu cử PP-02, khoản 5",
    "PP-02 procedure, par. 6": "Thủ tục bầu cử PP-02, khoản 6",
    "CV 411; PP-98 procedure, par. 5": "CV 411; Thủ tục bầu cử PP-98, khoản 5",
    "CV 416; PP-98 procedure, par. 5": "CV 416; Thủ tục bầu cử PP-98, khoản 5",
    "CV 416, last clause": "CV 416, đoạn cuối",
    "GR Chapter III": "GR Chương III",
    "CS 54, 61; Resolution 164 (Guadalajara, 2010)": (
        "CS 54, 61; Nghị quyết 164 (Guadalajara, 2010)"
    ),
    "no rule found": "chưa tìm thấy quy định",
    "no article": "không có điều khoản",
    "simple majority, 1": "đa số đơn giản, 1",
    "simple majority, 2": "đa số đơn giản, 2",
    "simple majority, 3": "đa số đơn giản, 3",
    "simple majority, 4": "đa số đơn giản, 4",
    "simple majority, 5": "đa số đơn giản, 5",
    "simple majority, 6": "đa số đơn giản, 6",
    "plurality, 1": "nhiều phiếu nhất, 1",
    "Convention in debates.parlamento.pt 1994-09-22, p. 125": (
        "Công ước, đăng tại debates.parlamento.pt 1994-09-22, tr. 125"
    ),
    "Convention in debates.parlamento.pt 1994-09-22, p. 125; itu.int, PP-98 election procedures": (
        "Công ước, đăng tại debates.parlamento.pt 1994-09-22, tr. 125; itu.int, thủ tục bầu cử "
        "PP-98"
    ),
    "published results PP-98 to PP-22": "kết quả đã công bố từ PP-98 đến PP-22",
    "itu.int, PP-98 election procedures": "itu.int, thủ tục bầu cử PP-98",
    "itu.int, PP-98 election procedures; itu.int, PP-06 directors.html": (
        "itu.int, thủ tục bầu cử PP-98; itu.int, PP-06 directors.html"
    ),
    "itu.int, PP-98 election procedures; later conferences differ": (
        "itu.int, thủ tục bầu cử PP-98; các hội nghị sau có khác"
    ),
    "itu.int, PP-02 election procedures": "itu.int, thủ tục bầu cử PP-02",
    "17 ballots of PP-98 to PP-22 with a published majority": (
        "17 cuộc bỏ phiếu từ PP-98 đến PP-22 có công bố đa số cần đạt"
    ),
    "unverified: the text of GR Chapter III was not readable": (
        "chưa kiểm chứng: không đọc được văn bản GR Chương III"
    ),
    "unverified: Convention of 1992, read in part": (
        "chưa kiểm chứng: Công ước năm 1992, chỉ đọc được một phần"
    ),
    "results of PP-10 BDT, PP-06 SG, PP-14 DSG": "kết quả PP-10 (BDT), PP-06 (SG), PP-14 (DSG)",
    "PP-14 Doc. 119, 2.2; results of PP-06 to PP-22": (
        "PP-14, tài liệu 119, mục 2.2; kết quả từ PP-06 đến PP-22"
    ),
    "PP-10 BDT round 1, 53 to 53": "PP-10, BDT, vòng 1: 53 và 53",
    "every official has one seat": "mỗi chức danh chỉ bầu một người",
    "Convention Art. 2, droit-bilingue.ch 0.784.02-2-5": (
        "Công ước, Điều 2, droit-bilingue.ch 0.784.02-2-5"
    ),
    "Convoca's own rule set": "bộ quy tắc riêng của Convoca",
    "Convoca's own convention": "quy ước riêng của Convoca",
    "Convoca's reading of published tables": "cách Convoca đọc bảng số liệu đã công bố",
}

VIETNAMESE = Words(
    code="vi",
    thousands=".",
    comma=", ",
    last_comma=" và ",
    colon=":",
    labels=LABELS,
    posts={
        "Secretary-General": "Tổng Thư ký",
        "Deputy Secretary-General": "Phó Tổng Thư ký",
        "Director BR": "Giám đốc Cục Thông tin vô tuyến (BR)",
        "Director TSB": "Giám đốc Cục Tiêu chuẩn hóa viễn thông (TSB)",
        "Director BDT": "Giám đốc Cục Phát triển viễn thông (BDT)",
        "RRB": "Ủy ban Thể lệ vô tuyến (RRB)",
        "Council": "Hội đồng",
    },
    regions={
        "A": "A, châu Mỹ",
        "B": "B, Tây Âu",
        "C": "C, Đông Âu và Bắc Á",
        "D": "D, châu Phi",
        "E": "E, châu Á và châu Đại Dương",
    },
    statuses=STATUSES,
    grades=GRADES,
    tie_breaks=TIE_BREAKS,
    steps=STEPS,
    clashes=CLASHES,
    phrases=PHRASES,
)
