"""Which heading holds which fact: by itself, or as a mapping file says; what is wrong is said all at once."""

from __future__ import annotations

import tomllib
from fractions import Fraction

import pytest

from civaffairs.errors import InputInvalid
from civaffairs.exchange.registers.format import columns_of, headings_of
from civaffairs.exchange.registers.mapping import laid_out, read_mapping, template

pytest.importorskip("pyarrow")

KEYS = ["household_id", "person_id"]


def mapping(tmp_path, text):
    path = tmp_path / "columns.toml"
    path.write_text(text, "utf-8")
    return read_mapping(path)


def codes(call, *args, **more):
    with pytest.raises(InputInvalid) as caught:
        call(*args, **more)
    return [each.code for each in caught.value.faults], caught.value.text("en")


def readings(register, headings, **more):
    layout = laid_out(register, "r.csv", headings, **more)
    return {each.heading: (each.column.name, each.factor) for each in layout.readings}


def test_a_heading_is_understood_as_name_as_label_and_with_a_unit():
    assert readings(
        "households", ["户编号", "城乡类别", "Assets", "yearly_income_fen", "刚性支出(万元)"]
    ) == {
        "城乡类别": ("area", 1),
        "Assets": ("assets", 100),
        "yearly_income_fen": ("yearly_income", 1),
        "刚性支出(万元)": ("rigid_spending", 10**6),
    }
    found = readings(
        "persons", [*KEYS, "工资性收入（元）", "child.orphan", "孤儿情况", "incomes.transfer(fen)"]
    )
    assert found == {
        "工资性收入（元）": ("incomes.wages", 100),
        "child.orphan": ("child.orphan", 1),
        "incomes.transfer(fen)": ("incomes.transfer", 1),
    }


def test_every_fact_is_understood_by_its_name_and_its_chinese_label():
    for model in ("Household", "Person"):
        headings = headings_of(model)
        for name, column in columns_of(model).items():
            assert headings[name.casefold()] == name
            assert headings[column.label.zh.casefold()] == name


def test_a_mapping_file_says_what_headings_hold(tmp_path):
    said = mapping(
        tmp_path,
        """
        [households]
        "户号" = "household_id"
        "总资产" = {fact = "assets", unit = "万元"}
        "乡镇" = "township"
        keep = ["township"]
        [persons]
        "户号" = "household_id"
        "序号" = "person_id"
        "年工资" = {fact = "incomes.wages", unit = "元/年"}
        "性别代码" = {fact = "sex", values = {"1" = "男", "2" = "female", "9" = ""}}
        "出生" = {fact = "born", unit = "excel"}
        "残疾" = {fact = "disabled", values = {"有" = true, "无" = "否"}}
        "等级" = {fact = "disability_grade", values = {"一级" = 1}}
        """,
    )
    households = laid_out("households", "h.csv", ["户号", "总资产", "乡镇", "楼"], said["households"])
    assert households.keys == {"household_id": "户号"}
    assert households.kept == {"township": "乡镇"}
    assert households.unread == ("楼",)
    assert households.readings[0].factor == 10**6
    headings = ["户号", "序号", "年工资", "性别代码", "出生", "残疾", "等级"]
    persons = laid_out("persons", "p.csv", headings, said["persons"])
    found = {each.column.name: each for each in persons.readings}
    assert found["incomes.wages"].factor == Fraction(100, 12)
    assert found["sex"].values == {"1": "male", "2": "female", "9": None}
    assert found["born"].excel
    assert found["disabled"].values == {"有": True, "无": False}
    assert found["disability_grade"].values == {"一级": 1}


def test_everything_that_is_wrong_with_a_mapping_is_said_at_once(tmp_path):
    found, text = codes(
        mapping,
        tmp_path,
        """
        [households]
        "a" = "asets"
        "b" = {fact = "area", unit = "fen"}
        "c" = {fact = "assets", unit = "岁"}
        "d" = {fact = "area", values = {"1" = "town"}}
        "e" = 5
        "f" = {fact = "household_id", unit = "fen"}
        "g" = {fact = "assets", untis = "fen"}
        keep = "township"
        [persons]
        keep = ["township"]
        [flats]
        """,
    )
    assert sorted(found) == sorted(
        [
            "unknown_name",
            "mapping_unit_unknown",
            "mapping_unit_unknown",
            "mapping_value_unreadable",
            "mapping_entry_shape",
            "mapping_key_plain",
            "mapping_entry_shape",
            "mapping_keep_no_list",
            "mapping_keep_persons",
            "mapping_register_unknown",
        ]
    )
    assert "assets" in text  # the nearest name
    assert "urban, rural" in text
    assert "columns.toml, [households], a" in text


@pytest.mark.parametrize("text", ['"a" = ', '[persons]\n"a" = 1\n"a" = 2', "\x00"])
def test_a_mapping_that_is_no_toml_is_refused_kindly(tmp_path, text):
    assert codes(mapping, tmp_path, text)[0] == ["mapping_no_toml"]


def test_everything_that_is_wrong_with_headings_is_said_at_once(tmp_path):
    said = mapping(tmp_path, '[persons]\n"工资"="incomes.wages"\n"收入"="incomes.wages"\n"年限"="born"')
    found, text = codes(
        laid_out, "persons", "p.csv", ["工资", "收入", "性别(岁)", "person_id", "人员编号"], said["persons"]
    )
    assert sorted(found) == sorted(
        ["unknown_name", "mapping_unit_unknown", *["register_column_twice"] * 2, "column_missing"]
    )
    assert "工资, 收入" in text


def test_a_column_to_keep_must_be_there_and_a_usual_one_may():
    assert codes(laid_out, "households", "h.csv", ["household_id", "town"], keep=["town", "village"])[0] == [
        "unknown_name"
    ]
    layout = laid_out(
        "households", "h.csv", ["household_id", "town", "area"], usual=["town", "village", "area"], needed=()
    )
    assert layout.kept == {"town": "town"}
    assert layout.names == {"area"}  # a fact that is kept is read as a fact


@pytest.mark.parametrize("register", ["households", "persons"])
def test_a_template_is_a_mapping_that_can_be_read_when_it_is_filled_in(tmp_path, register):
    filled = "\n".join(line.removeprefix("# ") for line in template(register).splitlines())
    number = iter(range(1000))
    filled = "".join(f"{next(number)}" if sign == "…" else sign for sign in filled)
    assert tomllib.loads(template(register))[register]  # and as it stands
    found = mapping(tmp_path, filled)[register]
    facts = {each.fact for each in found.named.values()}
    assert facts >= set(columns_of({"households": "Household", "persons": "Person"}[register]))


def test_persons_have_no_numbers_only_where_that_is_said(tmp_path):
    found, text = codes(laid_out, "persons", "p.csv", ["household_id", "born"])
    assert found == ["register_numbers_missing"]
    assert "numbered = false" in text
    said = mapping(tmp_path, "[persons]\nnumbered = false")
    layout = laid_out("persons", "p.csv", ["household_id", "born", "person_id"], said["persons"])
    assert (dict(layout.keys), layout.unread) == ({"household_id": "household_id"}, ("person_id",))
    assert mapping(tmp_path, "[persons]\nnumbered = true")["persons"].numbered


def test_what_is_said_of_numbers_must_make_sense(tmp_path):
    found, _ = codes(
        mapping,
        tmp_path,
        """
        [households]
        numbered = true
        [persons]
        numbered = "no"
        """,
    )
    assert found == ["mapping_numbered", "mapping_numbered"]
    assert codes(mapping, tmp_path, '[persons]\nnumbered = false\n"a" = "person_id"')[0] == [
        "mapping_numbered_and_not"
    ]
