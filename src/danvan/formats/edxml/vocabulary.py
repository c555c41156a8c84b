"""The names, lengths and codes of QCVN 102:2016/BTTTT and its amendment of 2022.

The table of the regulation itself was not at hand. Names and nesting are those of the official
sample messages; lengths and codes are those that receiving systems are known to check.
"""

from __future__ import annotations

#: The namespace. Readers pass it over, because provinces have others.
NAMESPACE = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
XLINK = "http://www.w3.org/1999/xlink"
ACTOR = "http://schemas.xmlsoap.org/soap/actor/next"

# The longest text of each element, in characters; the number is the item of the regulation.
_PARTY = {
    "OrganId": 13,
    "OrganizationInCharge": 200,
    "OrganName": 200,
    "OrganAdd": 250,
    "Email": 100,
    "Telephone": 20,
    "Fax": 20,
    "Website": 100,
}
LONGEST: dict[tuple[str, str], int] = {
    **{("From", name): length for name, length in _PARTY.items()},  # 1.1
    **{("To", name): length for name, length in _PARTY.items()},  # 1.2
    ("Code", "CodeNumber"): 11,  # 1.3
    ("Code", "CodeNotation"): 30,
    ("PromulgationInfo", "Place"): 50,  # 1.4
    ("DocumentType", "TypeName"): 100,  # 1.5
    ("MessageHeader", "Subject"): 500,  # 1.6
    ("MessageHeader", "Content"): 500,  # 1.7
    ("SignerInfo", "Competence"): 100,  # 1.8
    ("SignerInfo", "Position"): 100,
    ("SignerInfo", "FullName"): 50,
    ("ToPlaces", "Place"): 150,  # 1.10
    ("OtherInfo", "SphereOfPromulgation"): 100,  # 1.11
    ("OtherInfo", "TyperNotation"): 10,
    ("Appendixes", "Appendix"): 250,
}

#: Codes of kinds in the list of 2022, as far as they are known; that of plans is not confirmed.
TYPE_CODES = {
    "Nghị quyết": "1",
    "Quyết định": "2",
    "Chỉ thị": "3",
    "Quy chế": "4",
    "Quy định": "5",
    "Thông cáo": "6",
    "Thông báo": "7",
    "Hướng dẫn": "8",
    "Chương trình": "9",
    "Kế hoạch": "10",
    "Công văn": "18",
    "Công điện": "19",
    "Bản ghi nhớ": "20",
    "Bản cam kết": "21",
    "Bản thỏa thuận": "22",
    "Giấy chứng nhận": "23",
    "Giấy ủy quyền": "24",
    "Giấy mời": "25",
    "Giấy giới thiệu": "26",
}

#: Degrees of urgency (NĐ 30/2020, Điều 4) as ``Priority``; which number means which is not
#: confirmed. 0 is none.
PRIORITIES = {"khẩn": "1", "thượng khẩn": "2", "hỏa tốc": "3"}
URGENCIES = {"1": "Khẩn", "2": "Thượng khẩn", "3": "Hỏa tốc"}
