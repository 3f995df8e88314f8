"""Rows become observations, or every fault of the file is said at once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from civaffairs import Amount, AmountRange, Label, missing
from civaffairs.domain.observations import Absence, Missing
from civaffairs.errors import InputInvalid
from civaffairs.exchange.observations import HEADINGS, read_observations

HEADER = "指标,时间,数值,单位\n"


def codes(faults):
    return [each.code for each in faults]


def test_a_row_becomes_an_observation_with_the_cell_of_its_value_as_source(read, known):
    (seen,) = read(HEADER + "护理型床位占比,2023,55.20,%\n")
    assert seen.of is known["nursing_bed_share"]
    assert str(seen.period) == "2023"
    assert seen.value == Amount("55.20", "%")
    assert str(seen.value.number) == "55.20"
    assert seen.source == "obs.csv, C2"
    assert seen.note is None


def test_columns_stand_in_any_order_under_chinese_or_english_headings(read):
    (seen,) = read(
        "Unit,备注,VALUE,No.,来源,Indicator,period\n"
        "处,初步数,1，234,1,统计年报,elderly-care centres,2023年6月\n".replace("，", "，")
    )
    assert seen.value == Amount(1234, "处")
    assert str(seen.period) == "2023-06"
    assert seen.source == "obs.csv, C2 (统计年报)"
    assert seen.note == Label("初步数", "初步数")


@pytest.mark.parametrize(
    "name",
    [
        "nursing_bed_share",
        "护理型床位占比",
        "share of nursing beds",
        " 护理型\u3000床位占比 ",
        "ｎursing_bed_share",
    ],
)
def test_an_indicator_is_found_by_id_and_by_either_name(read, known, name):
    (seen,) = read(f"{HEADER}{name},2023,5,%\n")
    assert seen.of is known["nursing_bed_share"]


def test_a_name_broken_over_two_lines_is_the_same_name(read, known):
    (seen,) = read(HEADER + '"护理型\n床位占比",2023,5,%\n')
    assert seen.of is known["nursing_bed_share"]


def test_a_series_is_observed_as_an_indicator_is(read, known):
    (seen,) = read(HEADER + "urban_consumption,2023,25012,元/人·年\n")
    assert seen.of is known["urban_consumption"]
    assert seen.value == Amount(25012, "元/人·年")


def test_titles_may_stand_above_the_heading_and_blank_rows_anywhere(read):
    seen = read(f"桃源区民政局\n\n单位:桃源区,2024年\n{HEADER}\n,,,\n护理型床位占比,2023,5,%\n\n")
    assert [each.source for each in seen] == ["obs.csv, C7"]


def test_the_heading_may_stand_in_the_tenth_row_and_no_later(read, refused):
    row = "护理型床位占比,2023,5,%\n"
    assert len(read("标题\n" * 9 + HEADER + row)) == 1
    (fault,) = refused("标题\n" * 10 + HEADER + row)
    assert fault.code == "header_absent"


def test_a_row_with_nothing_but_number_and_note_says_nothing(read):
    assert len(read("序号,指标,时间,数值,单位,备注\n1,护理型床位占比,2023,5,%,\n2,,,,,以上为初步数\n")) == 1


def test_nothing_in_a_value_cell_is_missing_and_not_zero(read):
    (seen,) = read(HEADER + "护理型床位占比,2023,,%\n")
    assert seen.value == missing("")
    assert seen.amount is None


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        ("--", Absence.NOT_AVAILABLE),
        ("—", Absence.NOT_AVAILABLE),
        ("——", Absence.NOT_AVAILABLE),
        ("/", Absence.NOT_AVAILABLE),
        ("无数据", Absence.NOT_AVAILABLE),
        ("N/A", Absence.NOT_AVAILABLE),
        ("***", Absence.MASKED),
        ("＊＊＊", Absence.MASKED),
    ],
)
def test_a_mark_for_nothing_is_missing_and_says_why(read, mark, why):
    (seen,) = read(HEADER + f"护理型床位占比,2023,{mark},\n")
    assert isinstance(seen.value, Missing)
    assert seen.value.why is why


def test_the_unit_may_stand_in_the_heading(read):
    (seen,) = read("指标,时间,数值（万元）\n福彩公益金,2023,12.5\n")
    assert seen.value == Amount("12.5", "万元")


def test_the_unit_may_stand_in_the_cell(read):
    (seen,) = read("指标,时间,数值\n福彩公益金,2023,12.5 万元\n")
    assert seen.value == Amount("12.5", "万元")


def test_a_bare_number_without_any_unit_is_refused_and_told_the_indicators_unit(row_refused):
    (fault,) = row_refused("护理型床位占比", "2023", "0.55", "")
    assert (fault.code, fault.where) == ("unit_unsaid", "obs.csv, C2 数值")
    assert "%" in fault.what.mend("zh")


def test_an_indicator_without_unit_asks_for_a_plain_one(row_refused, read):
    (fault,) = row_refused("婚俗改革实验区", "2023", "0.8", "")
    assert "1" in fault.what.mend("en")
    assert read(HEADER + "婚俗改革实验区,2023,0.8,1\n")[0].value == Amount("0.8", "1")


@pytest.mark.parametrize("said", ["处", "个", "家", "所"])
def test_a_counting_word_counts_what_the_indicator_counts(read, said):
    seen = read(HEADER + f"养老服务中心数量,2023,12,{said}\n养老服务中心数量,2024,12{said},\n")
    assert [each.value for each in seen] == [Amount(12, "处")] * 2


def test_a_counting_word_in_cell_and_column_may_differ_where_both_mean_the_same(read):
    (seen,) = read(HEADER + "养老服务中心数量,2023,12个,处\n")
    assert seen.value == Amount(12, "处")


@pytest.mark.parametrize(
    ("name", "value", "unit"),
    [
        ("养老服务中心数量", "12", "人"),  # persons are no places
        ("养老服务中心数量", "12", "户"),
        ("养老服务中心数量", "12", "张"),
        ("护理型床位占比", "12", "个"),  # a share counts nothing
        ("福彩公益金", "12", "个"),
        ("照料护理标准", "12", "元"),  # not per person and month
        ("护理型床位占比", "12", "个百分点"),
    ],
)
def test_a_unit_of_another_kind_is_refused(row_refused, name, value, unit):
    (fault,) = row_refused(name, "2023", value, unit)
    assert fault.code in ("unit_of_another", "unit_unknown")
    assert fault.where == "obs.csv, D2 单位"


def test_a_unit_of_the_same_kind_is_kept_as_written(read):
    seen = read(HEADER + "福彩公益金,2023,35000,元\n社会工作者数量,2023,12.06万人,\n")
    assert seen[0].value == Amount(35000, "元")
    assert seen[1].value == Amount("12.06", "万人")


def test_wan_before_a_unit_that_stands_elsewhere_multiplies(read):
    seen = read(HEADER + "社会工作者数量,2023,1.2万,人\n养老服务中心数量,2023,1.2万个,\n")
    assert [each.value for each in seen] == [Amount(12000, "人"), Amount(12000, "处")]


def test_a_unit_in_the_cell_that_contradicts_the_column_is_refused_even_where_both_are_money(row_refused):
    (fault,) = row_refused("福彩公益金", "2023", "1.2万元", "元")
    assert fault.code == "units_differ"
    assert "C2" in fault.text("zh")
    assert "D2" in fault.where


def test_a_unit_in_the_cell_that_contradicts_the_heading_is_refused(refused):
    (fault,) = refused("指标,时间,数值(万元)\n福彩公益金,2023,12元\n")
    assert fault.code == "units_differ"


def test_the_unit_of_a_figure_still_to_come_is_checked_already(row_refused):
    (fault,) = row_refused("护理型床位占比", "2023", "", "元")
    assert fault.code == "unit_of_another"


@pytest.mark.parametrize(
    ("word", "truth"),
    [
        ("是", True),
        ("否", False),
        ("已建成", True),
        ("未建成", False),
        ("Yes", True),
        ("no", False),
        ("TRUE", True),
    ],
)
def test_yes_and_no_are_truth_values_and_need_no_unit(read, word, truth):
    (seen,) = read(HEADER + f"婚俗改革实验区,2023,{word},\n")
    assert seen.value is truth


@pytest.mark.parametrize(
    "written", ["28-35", "28..35", "28~35", "28～35", "28—35", "28至35", "28%-35%", "28-35%"]
)
def test_a_range_is_a_range(read, written):
    (seen,) = read(HEADER + f"护理型床位占比,2023,{written},%\n")
    assert seen.value == AmountRange(Amount(28, "%"), Amount(35, "%"))


def test_a_range_that_turns_back_is_refused(row_refused):
    (fault,) = row_refused("护理型床位占比", "2023", "35..28", "%")
    assert (fault.code, fault.where) == ("range_backwards", "obs.csv, C2 数值")


@pytest.mark.parametrize("value", ["101", "-1", "99..101"])
def test_a_value_outside_the_bounds_is_refused(row_refused, value):
    (fault,) = row_refused("护理型床位占比", "2023", value, "%")
    assert fault.code in ("value_too_small", "value_too_large")
    assert fault.where == "obs.csv, C2 数值"


def test_bounds_are_kept_in_the_units_of_the_file(row_refused):
    (fault,) = row_refused("护理型床位占比", "2023", "1.01", "1")
    assert fault.code == "value_too_large"


def test_an_unknown_indicator_is_refused_with_the_closest_name(row_refused):
    (fault,) = row_refused("护理型床位占比例", "2023", "5", "%")
    assert (fault.code, fault.where) == ("unknown_name", "obs.csv, A2 指标")
    assert "护理型床位占比" in fault.what.mend("zh")


def test_a_personal_number_in_the_wrong_column_is_masked(row_refused):
    faults = row_refused("11000019491231009X", "11000019491231009X", "号码11000019491231009X", "%")
    assert len(faults) == 3
    assert all("19491231" not in each.text(lang) for each in faults for lang in ("zh", "en"))


def test_a_name_of_two_indicators_asks_for_the_id(tmp_path, known):
    from attrs import evolve

    twin = evolve(known["care_centres"], id="centres_of_care")
    file = tmp_path / "obs.csv"
    file.write_text(HEADER + "养老服务中心数量,2023,5,处\n", "utf-8")
    with pytest.raises(InputInvalid) as caught:
        read_observations(file, {**known, twin.id: twin})
    (fault,) = caught.value.faults
    assert fault.code == "name_of_several"
    assert "care_centres, centres_of_care" in fault.text("zh")


def test_a_row_without_indicator_or_period_says_so(refused):
    faults = refused(HEADER + ",,5,%\n")
    assert codes(faults) == ["indicator_blank", "period_blank"]


def test_an_observation_that_is_there_twice_names_both_rows(refused):
    (fault,) = refused(
        HEADER + "护理型床位占比,2023,5,%\n社会工作者数量,2023,5,人\nnursing_bed_share,2023年,6,%\n"
    )
    assert fault.code == "observed_twice"
    assert "C4" in fault.where
    assert "C2" in fault.text("en")


def test_the_same_indicator_at_another_time_is_no_repetition(read):
    assert len(read(HEADER + "护理型床位占比,2023,5,%\n护理型床位占比,2023-06,5,%\n")) == 2


def test_every_fault_of_every_row_is_said_at_once(refused):
    faults = refused(
        HEADER
        + "护理型床位,2023.6,ca.5,%\n"  # name, period and value
        + "护理型床位占比,2023,120,%\n"
        + "护理型床位占比,去年,5,\n"
        + "社会工作者数量,2023,5,人\n"
    )
    assert codes(faults) == [
        "unknown_name",
        "period_unreadable",
        "value_unreadable",
        "value_too_large",
        "period_unreadable",
        "unit_unsaid",
    ]


@pytest.mark.parametrize("column", ["指标", "时间", "数值"])
def test_a_missing_column_is_named(refused, column):
    kept = [word for word in ("指标", "时间", "数值", "单位") if word != column]
    (fault,) = refused(",".join(kept) + "\n")
    assert fault.code == "column_missing"
    assert column in fault.text("zh")


def test_a_column_that_is_there_twice_is_refused_under_whatever_names(refused):
    (fault,) = refused("指标,时间,年份,数值,单位\n护理型床位占比,2023,2024,5,%\n")
    assert (fault.code, fault.where) == ("column_twice", "obs.csv, C1")
    assert "B1" in fault.text("zh")


def test_an_unknown_column_is_refused_with_the_closest_name_and_its_rows_are_read_all_the_same(refused):
    faults = refused("指标,时间,数值,单 位x\n护理型床位占比,2023,120%,\n")
    assert codes(faults) == ["unknown_name", "value_too_large"]
    assert "单位" in faults[0].what.mend("zh")


def test_a_unit_in_the_heading_that_is_none_is_refused(refused):
    (fault,) = refused("指标,时间,数值(2023年)\n护理型床位占比,2023,5\n")
    assert fault.code == "heading_unit_unknown"


def test_a_thousands_comma_that_breaks_a_cell_in_two_is_seen(refused):
    faults = refused(HEADER + "社会工作者数量,2023,1,234,人\n")
    assert "cell_without_heading" in codes(faults)
    assert "obs.csv, E2" in [each.where for each in faults]


def test_a_column_without_heading_is_seen_where_it_is_not_empty(read, refused):
    assert len(read("指标,时间,数值,单位,\n护理型床位占比,2023,5,%,\n")) == 1
    (fault,) = refused("指标,时间,数值,单位,\n护理型床位占比,2023,5,%,8\n")
    assert (fault.code, fault.where) == ("cell_without_heading", "obs.csv, E2")


def test_a_file_without_a_row_of_data_is_refused(refused):
    assert codes(refused(HEADER)) == ["nothing_observed"]


def test_more_rows_than_allowed_are_refused(refused, monkeypatch):
    monkeypatch.setattr("civaffairs.exchange.tabular.MAX_ROWS", 2)
    (fault,) = refused(HEADER + "护理型床位占比,2023,5,%\n" * 3)
    assert fault.code == "too_many_rows"


def test_as_many_rows_as_allowed_are_read(read, monkeypatch):
    monkeypatch.setattr("civaffairs.exchange.tabular.MAX_ROWS", 2)
    assert len(read(HEADER + "护理型床位占比,2023,5,%\n护理型床位占比,2024,5,%\n")) == 2


@pytest.mark.parametrize("suffix", [".xls", ".ods", ".et", ".XLS"])
def test_files_of_other_programs_are_to_be_saved_as_xlsx(refused, suffix):
    (fault,) = refused("x", f"obs{suffix}")
    assert fault.code == "file_of_other_program"
    assert ".xlsx" in fault.what.mend("zh")


def test_an_unknown_suffix_names_the_known_ones(refused):
    (fault,) = refused("x", "obs.pdf")
    assert fault.code == "file_kind_unknown"
    assert ".csv" in fault.what.mend("en")


def test_every_heading_has_a_chinese_and_an_english_name_and_no_two_columns_share_one():
    names = [name for names in HEADINGS.values() for name in names]
    assert len(names) == len(set(names))
    assert all(names[1].isascii() and not names[0].isascii() for names in HEADINGS.values())


WORDS = st.one_of(
    st.sampled_from(
        [
            "护理型床位占比",
            "2023",
            "2023年6月",
            "55%",
            "6-7",
            "--",
            "1,234",
            "1e999",
            "是",
            "%",
            "万",
            "元",
            "９",
        ]
    ),
    st.text(max_size=12),
    st.from_regex(r"\A-?[\d,.~年月至%万元-]{0,12}\Z"),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=3, max_size=5), max_size=4))
def test_whatever_is_written_in_cells_is_read_or_refused(tmp_path_factory, known, rows):
    file = _folder(tmp_path_factory) / "cells.json"
    heads = ["指标", "时间", "数值", "单位", "备注"]
    file.write_text(json.dumps([dict(zip(heads, row, strict=False)) for row in rows]), "utf-8")
    _read_or_refuse(file, known)


@settings(max_examples=200, deadline=None)
@given(
    content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode),
    suffix=st.sampled_from(["csv", "tsv", "txt", "json", "xlsx"]),
)
def test_whatever_bytes_a_file_holds_are_read_or_refused(tmp_path_factory, known, content, suffix):
    file = _folder(tmp_path_factory) / f"bytes.{suffix}"
    file.write_bytes(content)
    _read_or_refuse(file, known)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["指标", "时间", "数值", "x"]), inner)
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(JSON)
def test_whatever_json_a_file_holds_is_read_or_refused(tmp_path_factory, known, value):
    file = _folder(tmp_path_factory) / "any.json"
    file.write_text(json.dumps(value), "utf-8")
    _read_or_refuse(file, known)


@settings(max_examples=100, deadline=None)
@given(st.decimals(min_value=0, max_value=10**9, places=4), st.sampled_from(["人", "名", "个"]))
def test_a_number_is_read_exactly_as_it_is_written(tmp_path_factory, known, number, unit):
    file = _folder(tmp_path_factory) / "number.csv"
    file.write_text(f'{HEADER}社会工作者数量,2023,"{number:,f}",{unit}\n', "utf-8")
    (seen,) = read_observations(file, known)
    assert seen.value == Amount(number, "人")
    assert str(seen.value.number) == str(number)


def _folder(factory) -> Path:
    folder = factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    return folder


def _read_or_refuse(file, known):
    try:
        seen = read_observations(file, known)
    except InputInvalid:
        with pytest.raises(InputInvalid) as caught:
            read_observations(file, known)
        assert all(each.where.startswith(file.name) for each in caught.value.faults)
        assert all(caught.value.text(lang).encode() for lang in ("zh", "en"))
    else:
        assert all(each.source.startswith(file.name) for each in seen)
