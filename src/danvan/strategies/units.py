"""Units, agencies and their names, as the administration writes them, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from danvan.units import AdministrativeUnit, Agency, UnitKind

_NAMES = (
    "Tân Long", "Phú Thạnh", "An Bình", "Minh Hòa", "Long Khê", "Hồng Phong", "Ea Mlá", "Nam Hải",
)  # fmt: skip
_FIELDS = (
    "Nội vụ", "Tư pháp", "Y tế", "Giáo dục và Đào tạo", "Văn hóa, Thể thao và Du lịch",
    "Lao động - Thương binh và Xã hội", "Nông nghiệp và Phát triển nông thôn",
)  # fmt: skip
_WITH_UNIT = (
    "UBND", "Ủy ban nhân dân", "HĐND", "Công an", "Hội Nông dân", "Hội Liên hiệp Phụ nữ",
    "Ủy ban Mặt trận Tổ quốc Việt Nam", "Thường trực HĐND", "Văn phòng UBND", "Chủ tịch UBND",
)  # fmt: skip
_CLASSES = (
    "các sở, ban, ngành", "các phòng, ban, ngành huyện", "các cơ quan, đơn vị, địa phương",
    "UBND các xã, thị trấn", "các tổ chức chính trị - xã hội", "Thủ trưởng các cơ quan, đơn vị",
    "Ủy ban nhân dân các huyện, thị xã, thành phố", "các cơ quan, đơn vị có liên quan",
)  # fmt: skip
_PARTY = (
    "Tỉnh ủy", "Huyện ủy", "Ban Dân vận Huyện ủy", "Ban Thường vụ Tỉnh ủy", "Ban Tổ chức Tỉnh ủy",
)  # fmt: skip


def administrative_units() -> st.SearchStrategy[AdministrativeUnit]:
    """Units with invented names (đơn vị hành chính)."""
    return st.builds(
        AdministrativeUnit, name=st.sampled_from(_NAMES), kind=st.sampled_from(UnitKind)
    )


def agency_names() -> st.SearchStrategy[str]:
    """Names of bodies and of classes of bodies, abbreviated or not (tên cơ quan)."""
    with_unit = st.builds(
        lambda head, unit: f"{head} {unit}",
        st.sampled_from(_WITH_UNIT),
        administrative_units().map(str),
    )
    departments = st.builds(
        lambda head, field: f"{head} {field}",
        st.sampled_from(("Sở", "Phòng", "Bộ")),
        st.sampled_from(_FIELDS),
    )
    return st.one_of(with_unit, departments, st.sampled_from(_CLASSES), st.sampled_from(_PARTY))


def agencies() -> st.SearchStrategy[Agency]:
    """Agencies, as their names are read without a context (cơ quan, tổ chức)."""
    return agency_names().map(Agency.parse)
