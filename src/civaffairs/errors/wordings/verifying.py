"""What is said when cited figures are looked up again in the documents."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

_FILES: dict[str, Wording] = {
    "folder_absent": Wording(
        "没有这个文件夹：{path}",
        "there is no such folder: {path}",
        "请写存放文件文本的文件夹",
        "Name the folder that holds the texts of the documents",
    ),
    "folder_unreadable": Wording(
        "无法列出文件夹 {path}",
        "the folder {path} cannot be listed",
        "请查看文件夹的权限",
        "Look at its permissions",
    ),
    "text_kind_unknown": Wording(
        "不读取后缀为 {suffix} 的文件",
        "files ending in {suffix} are not read",
        "请把文字另存为 .txt(UTF-8)或 .html",
        "Save its text as .txt in UTF-8, or as .html",
    ),
    "text_undecodable": Wording(
        "文件内容不是可识别的文本",
        "the file holds no text in a known encoding",
        "请另存为 UTF-8 编码的文本",
        "Save it as text in UTF-8",
    ),
    "text_blank": Wording(
        "文件里没有文字",
        "there are no words in the file",
        "请放入文件的全文；扫描件要先识别文字",
        "Put the text of the document into it; a scanned one needs character recognition first",
    ),
    "text_too_long": Wording(
        "文字超过 {most} 万字",
        "the text is longer than {most}0,000 characters",
        "请每个文件只放一份文件的文字",
        "Put the text of one document into each file",
    ),
    "text_not_among": Wording(
        "文件夹里没有可读的 {name}",
        "the folder has no readable {name}",
        "可用的文件：{known}",
        "Files that can be read: {known}",
    ),
    "as_malformed": Wording(
        "“{asked}”没有写成 编号=文件名",
        "{asked!r} is not of the form ID=FILE",
        "请写成 guichi/plan-14=规划.txt",
        "Write it as guichi/plan-14=plan.txt",
    ),
    "as_twice": Wording(
        "文件 {id} 指定了两次", "the document {id} is given two files", "请只保留一个", "Keep one of them"
    ),
    "no_text_read": Wording(
        "文件夹 {path} 里没有可读的文本",
        "the folder {path} holds no text that can be read",
        "请放入 .txt、.md 或 .html 文件",
        "Put .txt, .md or .html files into it",
    ),
}

_OPTIONS: dict[str, Wording] = {
    "help_sources": Wording("核对引用的文件。", "Work with the documents that are cited."),
    "help_verify": Wording(
        "在自己的文件文本里逐条查找引用的数字，并列出没有引用的数字；有查不到的以 1 退出。",
        "Look every cited figure up again in your copy of the documents, and list those that nobody cites; 1 where one is not found.",
    ),
    "option_documents": Wording(
        "存放文件文本的文件夹(.txt、.md、.html)。",
        "Folder with the texts of the documents (.txt, .md, .html).",
    ),
    "option_as": Wording(
        "文件编号=文件名，指定哪个文件是哪份文件；可多次使用。",
        "ID=FILE: the file that holds a document; may be given several times.",
    ),
}

_RESULTS: dict[str, Wording] = {
    "title_verified": Wording("{name}：{documents}（{way}）", "{name}: {documents} ({way})"),
    "title_not_found": Wording("{name}：查不到的数字", "{name}: figures that are not found"),
    "title_other_units": Wording(
        "{name}：数字后不是该单位", "{name}: figures with other words behind them than their units"
    ),
    "title_unused": Wording("{name}：没有引用的数字", "{name}: figures that nobody cites"),
    "title_without_file": Wording("没有对应文本的文件", "Documents without a text"),
    "title_without_document": Wording("没有对应文件的文本", "Texts without a document"),
    "title_passed_over": Wording("没有读取的文件", "Files that were not read"),
    "way_asked": Wording("按指定对应", "as asked"),
    "way_name": Wording("按文件名对应", "by the name of the file"),
    "way_title": Wording("按标题对应", "by its title"),
    "way_content": Wording("按内容对应", "by its content"),
    "verdict_found": Wording("查到", "found"),
    "verdict_shared": Wording(
        "其中与另一条引用同一处数字", "of these, the same printed figure as another fact"
    ),
    "verdict_place_only": Wording("只有出处，无数字可查", "place found, no figure to look for"),
    "verdict_place_missing": Wording("出处查不到", "place not found"),
    "verdict_figure_missing": Wording("出处没有该数字", "figure not at its place"),
    "class_all": Wording("文中数字", "digits in the text"),
    "class_fact": Wording("已引用", "used by a fact"),
    "class_date": Wording("日期", "date"),
    "class_heading": Wording("标题或项目编号", "number of a heading or an item"),
    "class_page": Wording("页码", "page number"),
    "class_row": Wording("表格序号", "row number of a table"),
    "class_document_number": Wording("文号", "number of a document"),
    "class_name": Wording("名称的一部分", "part of a name"),
    "class_unused": Wording("未引用", "unused"),
    "head_count": Wording("个数", "Count"),
    "head_class": Wording("类别", "Kind"),
    "head_fact": Wording("条目", "Fact"),
    "head_document": Wording("文件", "Document"),
    "head_file": Wording("文本", "File"),
    "head_unit": Wording("单位", "Unit"),
    "head_line": Wording("行", "Line"),
    "head_digits": Wording("数字", "Digits"),
    "head_context": Wording("上下文", "Context"),
    "head_verdict": Wording("结果", "Outcome"),
    "step_missing": Wording("没有“{step}”", "there is no {step}"),
    "step_near": Wording("相近的有：{near}", "the text has {near}"),
    "figure_absent": Wording("此处没有 {missing}", "{missing} does not stand there"),
    "figure_elsewhere": Wording("在别处：{places}", "it stands at {places}"),
    "figure_nowhere": Wording("全文都没有", "it stands nowhere in the text"),
}

VERIFYING: dict[str, Wording] = {**_FILES, **_OPTIONS, **_RESULTS}
