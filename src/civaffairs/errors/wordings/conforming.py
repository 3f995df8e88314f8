"""What the conformance suite says: requirements, findings of single plugins, and the conclusion."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

CONFORMING: dict[str, Wording] = {
    "title_conformance": Wording("{place}：符合性测试 {suite}", "{place}: conformance suite {suite}"),
    "conformance_passed": Wording("通过符合性测试 {suite}", "passes suite {suite}"),
    "conformance_passed_in_part": Wording(
        "符合性测试 {suite} 的 {all} 项要求测试了 {asked} 项，都通过",
        "passes what was asked of suite {suite}: {asked} of {all} requirements",
    ),
    "conformance_failed": Wording(
        "未通过符合性测试 {suite}，{count} 项必要要求不符合",
        "does not pass suite {suite}, {count} requirements not met",
    ),
    "conformance_failed_one": Wording(
        "未通过符合性测试 {suite}，{count} 项必要要求不符合",
        "does not pass suite {suite}, {count} requirement not met",
    ),
    "conformance_exceptions": Wording("声明例外 {count} 项", "{count} declared exceptions"),
    "conformance_exceptions_one": Wording("声明例外 {count} 项", "{count} declared exception"),
    "conformance_discrepancies": Wording("已声明的矛盾 {count} 处", "{count} declared discrepancies"),
    "conformance_discrepancies_one": Wording("已声明的矛盾 {count} 处", "{count} declared discrepancy"),
    "conformance_recommended": Wording("{count} 项建议未采纳", "{count} recommendations not met"),
    "conformance_recommended_one": Wording("{count} 项建议未采纳", "{count} recommendation not met"),
    "conformance_unasked": Wording("{count} 项未测试", "{count} requirements not asked"),
    "conformance_unasked_one": Wording("{count} 项未测试", "{count} requirement not asked"),
    "conformance_noted": Wording("注意 {count} 条", "{count} notes"),
    "conformance_noted_one": Wording("注意 {count} 条", "{count} note"),
    "requirement_optional": Wording("(建议)", "(optional)"),
    "requirement_required": Wording("必要", "required"),
    "requirement_recommended": Wording("建议", "optional"),
    "found_open": Wording("{count} 处未声明", "{count} not declared"),
    "found_exempted": Wording("例外 {count} 处", "{count} excepted"),
    "found_declared": Wording("声明 {count} 处", "{count} declared"),
    "found_noted": Wording("注意 {count} 条", "{count} noted"),
    "purpose_conformance": Wording("测试“{requirement}”", "asking for {requirement}"),
    "requirement_raised": Wording(
        "测试时出错：{error}",
        "asking raised {error}",
        "请改正插件自己的函数",
        "Mend the function of the plugin that raises it",
    ),
    "kind_requirement": Wording("要求", "requirement"),
    "kind_statistic": Wording("统计项", "statistic"),
    "kind_commitment": Wording("承诺事项", "commitment"),
    "kind_discrepancy": Wording("矛盾", "discrepancy"),
    # provenance
    "figure_without_clause": Wording(
        "“{figure}”没有条款，只写了“{source}”",
        "{figure} has no clause, only {source!r}",
        "请引用文件和位置；自己算的数引用所依据的条款，并写 derived=True",
        "Cite the document and the place; of a figure of your own those that it rests on, with derived=True",
    ),
    "document_of_nobody": Wording(
        "文件《{title}》属于“{place}”，已安装的插件没有声明这个地区：它的插件没有安装，或者文件编号有误",
        "{title} belongs to {place!r}, which no installed plugin declares: its plugin is not installed, or the "
        "document's id is wrong",
    ),
    "document_differs": Wording(
        "编号 {id} 在插件里有两种写法",
        "two different documents have the id {id}",
        "请只声明一次，各处引用同一个",
        "Declare it once and cite that one everywhere",
    ),
    "document_of_fiction_unmarked": Wording(
        "《{title}》是虚构地区的文件，没有标为虚构",
        "{title} is of a fictional jurisdiction and not marked fictional",
        "请写 Trust.FICTIONAL",
        "Mark it with Trust.FICTIONAL",
    ),
    "document_real_marked_fictional": Wording(
        "《{title}》是真实地区的文件，却标为虚构",
        "{title} is of a real jurisdiction and marked fictional",
        "请标明实际的可信程度",
        "Mark it with the trust that it has",
    ),
    "fiction_cited": Wording(
        "真实地区引用了虚构地区的文件《{title}》",
        "a real jurisdiction cites {title} of a fictional one",
        "请引用真实文件",
        "Cite a real document",
    ),
    "official_without_issuer": Wording(
        "《{title}》标为政府网站，却既没有发布机构，也没有网址",
        "{title} is marked official, and neither its issuer nor its address is given",
        "请写明发布机构或网址，或者改标可信程度",
        "Give the issuer or the address, or mark it with another trust",
    ),
    # dates
    "reported_too_early": Wording(
        "报告了 {period} 的“{figure}”，文件却在 {issued} 发布",
        "{figure} is reported of {period} by a document of {issued}",
        "请核对期间、发布日期和出处",
        "Check the period, the date of the document, and the clause",
    ),
    # parents
    "chain_without_nation": Wording(
        "上级到{top}为止，没有到国家；没有插件声明 {parent}",
        "the chain ends with {top} and not with a nation; no plugin declares {parent}",
        "请安装上级的插件",
        "Install the plugin of the jurisdiction above",
    ),
    "code_twice": Wording(
        "区划代码 {code} 与{other}相同",
        "{other} has the division code {code} too",
        "请核对区划代码",
        "Check the division code",
    ),
    "parent_not_higher": Wording(
        "上级{parent}是{level}，不高于本级",
        "{parent} above is a {level}, which is not higher",
        "请核对级别和上级",
        "Check the level and the parent",
    ),
    "parent_fictional": Wording(
        "真实地区的上级{parent}是虚构的",
        "{parent} above a real jurisdiction is fictional",
        "请写真实的上级",
        "Name the real parent",
    ),
    "code_not_of_parent": Wording(
        "区划代码 {code} 不在{parent}({above})之内",
        "the division code {code} does not lie in {parent} ({above})",
        "请核对区划代码和上级",
        "Check the division code and the parent",
    ),
    "parent_not_required": Wording(
        "{mine} 没有要求安装上级的 {wanted}",
        "{mine} does not require {wanted}, which declares the jurisdiction above",
        "请把它写进 pyproject.toml 的 dependencies",
        "Add it to the dependencies in pyproject.toml",
    ),
    # names
    "name_without_chinese": Wording(
        "{kind}的中文名称没有汉字：{name}",
        "the Chinese name of this {kind} has no Chinese character: {name}",
        "请按官方用语填写 zh",
        "Give the official term as zh",
    ),
    "name_with_chinese": Wording(
        "{kind}的英文名称里有汉字：{name}",
        "the English name of this {kind} has Chinese characters: {name}",
        "请把 en 写成英文",
        "Write en in English",
    ),
    "name_twice": Wording(
        "{kind}“{name}”与 {other} 同名",
        "this {kind} is called {name}, as {other} is",
        "请改名，或者只声明一个",
        "Give it another name, or declare one of them only",
    ),
    "plan_id_of_another": Wording(
        "规划编号 {id} 没有以地区 {place} 开头",
        "the id {id} does not begin with the jurisdiction of the plan, {place}",
        "请写成“地区/名称”",
        "Write it as jurisdiction/name",
    ),
    # glossary
    "word_of_its_own": Wording(
        "“{name}”里有术语“{term}”，英文没有按术语表写",
        "{name!s}: the term {term} is in its Chinese name and not said as in the glossary",
        "英文请用“{handle}”",
        "Say {handle} in English",
    ),
    "word_of_two_terms": Wording(
        "“{word}”也是术语 {other} 的名称",
        "{word} is a name of the term {other} too",
        "请只留在一个术语里",
        "Leave it to one of them",
    ),
    # units
    "standard_of_another_unit": Wording(
        "标准的单位是{unit}，规则要的是{wanted}",
        "the standard is in {unit}, and rules expect {wanted}",
        "请改正单位或编号",
        "Correct the unit or the id",
    ),
    "standard_too_large": Wording(
        "{amount}超出规则所能处理的 {most} {unit}",
        "{amount} is more than rules allow for ({most} {unit})",
        "请核对数值；确实这样大，请提高 LocalStandard 的 most",
        "Check the amount; where it is right, raise most of the LocalStandard",
    ),
    # documentation
    "rule_clause_without_gloss": Wording(
        "规则“{rule}”的条款没有写明内容",
        "the clause of the rule “{rule}” does not say what stands there",
        "请用自己的话写一行 gloss",
        "Add a line of our own words as its gloss",
    ),
    "invariant_clause_without_gloss": Wording(
        "“{invariant}”的条款没有写明内容",
        "the clause of “{invariant}” does not say what stands there",
        "请用自己的话写一行 gloss",
        "Add a line of our own words as its gloss",
    ),
    "distribution_without_summary": Wording(
        "{name} 没有一句话说明",
        "{name} has no summary",
        "请在 pyproject.toml 写 description",
        "Give a description in pyproject.toml",
    ),
    "distribution_without_readme": Wording(
        "{name} 没有 README",
        "{name} has no README",
        "请在 pyproject.toml 写 readme",
        "Name a readme in pyproject.toml",
    ),
    "module_without_docstring": Wording(
        "模块 {name} 没有说明",
        "the module {name} has no docstring",
        "请写明它声明什么",
        "Say what it declares",
    ),
    # exemptions
    "exemption_from_nothing": Wording(
        "没有“{requirement}”这项要求可以例外",
        "there is no requirement {requirement!r} to be exempt from",
        "可以例外的有：{known}",
        "Known: {known}",
    ),
    "exemption_idle": Wording(
        "这里没有发现“{of}”不符合 {requirement}，例外没有用处",
        "nothing that is found here against {requirement} is of {of!r} on such a day",
        "请删去，或者改正所指的对象或日期；发现的有：{found}",
        "Delete it, or name another thing or day; found are: {found}",
    ),
    "exemption_idle_on": Wording(
        "{day} 没有发现“{of}”不符合 {requirement}",
        "nothing is found against {requirement} of {of!r} on {day}",
        "请删去这一天；发现的日期：{found}",
        "Leave the day out; it is found on: {found}",
    ),
    # the command
    "option_only": Wording(
        "只测试这项要求，可多次使用。", "Ask this requirement only; may be given several times."
    ),
    "option_examples": Wording(
        "每个需要个案的问题抽取多少个个案。", "Cases drawn for each question that needs them."
    ),
    "head_requirement": Wording("要求", "Requirement"),
    "head_declared": Wording("声明", "Declared"),
    "title_declared": Wording("已声明的", "Declared"),
    "exempted_problem": Wording("例外：{reason}", "exception: {reason}"),
    "conclusion_of": Wording("{place}：{conclusion}", "{place}: {conclusion}"),
    "found_more": Wording(
        "还有 {count} 处，见 --only {requirement}", "and {count} more: see --only {requirement}"
    ),
    "notes_left_out": Wording(
        "注意 {count} 条（如没有真正测试到的），见 --only {requirement}；--examples 可增加个案数",
        "{count} noted, such as what was not really tested: see --only {requirement}; "
        "--examples draws more cases",
    ),
    "declare_exemption": Wording(
        "请改正，或者在 civaffairs_exemptions 中写明理由：Exemption(编号, 地区, requirement=要求, of=冒号前的对象, reason=…, clause=…)；"
        "来源自相矛盾的，在规划的 discrepancies 中声明",
        "Correct it; or give the reason in civaffairs_exemptions: Exemption(id, place, requirement=…, of=what stands before the colon, reason=…, clause=…); "
        "where a source contradicts itself, declare a Discrepancy of the plan",
    ),
}
