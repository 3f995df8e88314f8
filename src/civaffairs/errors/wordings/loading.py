"""What is said of plugins, of what they declare, and of the installation as a whole."""

from __future__ import annotations

from civaffairs.errors.wordings.wording import Wording

LOADING: dict[str, Wording] = {
    # From the entry point to the catalogue.
    "kind_plugin": Wording("插件", "plugin"),
    "kind_part": Wording("目录部分", "part of the catalogue"),
    "plugins_unlisted": Wording(
        "无法列出已安装的插件：{error}",
        "the installed plugins cannot be listed: {error}",
        "某个已安装包的 entry_points.txt 已损坏，请重新安装该包",
        "The file entry_points.txt of some installed distribution is damaged: install that one again",
    ),
    "plugin_name_taken": Wording(
        "入口名称“{name}”已被 {first} 占用，{mine} 未加载",
        "the entry-point name {name!r} belongs to {first}; {mine} is left out",
        "请给其中一个改名，或卸载一个",
        "Rename one of them or uninstall one",
    ),
    "plugin_version": Wording(
        "插件要求 civaffairs {wanted}，现装 {installed}",
        "the plugin needs civaffairs {wanted}, installed is {installed}",
        "请升级插件或安装相应版本的 civaffairs",
        "Upgrade the plugin, or install a civaffairs that fits",
    ),
    "plugin_import": Wording(
        "插件无法导入：{error}",
        "the plugin cannot be imported: {error}",
        "请安装它所缺的库，或联系插件作者",
        "Install what it lacks, or tell its author",
    ),
    "plugin_hook_signature": Wording(
        "钩子的参数不对：{error}",
        "a hook has the wrong arguments: {error}",
        "钩子不带参数",
        "Hooks take no arguments",
    ),
    "plugin_hook_unknown": Wording(
        "没有名为“{hook}”的钩子",
        "there is no hook called {hook}",
        "可用的钩子：{known}",
        "The hooks are: {known}",
    ),
    "plugin_without_hook": Wording(
        "插件没有实现任何钩子",
        "the plugin implements no hook",
        "请用 from civaffairs import hookimpl 标记函数（HookimplMarker 的项目名应为 civaffairs）",
        "Mark its functions with civaffairs.hookimpl (a HookimplMarker of another project is not seen)",
    ),
    "plugin_call": Wording(
        "调用时出错：{error}", "the call failed: {error}", "请联系插件作者", "Tell the plugin's author"
    ),
    "plugin_result": Wording(
        "应返回 {wanted} 的列表，实际返回 {got}",
        "a list of {wanted} was to be returned, not {got}",
        "没有可声明的请返回空列表，只有一个也放在列表里",
        "Return an empty list where there is nothing, and a list also for a single one",
    ),
    "plugin_endless": Wording(
        "返回的值超过 {most} 个",
        "more than {most} values were returned",
        "请返回有限的列表",
        "Return a list that ends",
    ),
    "plugin_value": Wording(
        "应为 {wanted}，实际是 {got}",
        "this should be of type {wanted}, not {got}",
        "请改正这一项，或交给相应的钩子返回",
        "Correct it, or return it from the hook it belongs to",
    ),
    "plugin_id_taken": Wording(
        "“{id}”已由插件 {first} 声明",
        "{id} is already declared by the plugin {first}",
        "含义相同请引用，含义不同请改名",
        "Import it where it means the same, rename it where it does not",
    ),
    "jurisdiction_absent": Wording(
        "没有插件声明地区“{name}”",
        "no installed plugin declares the jurisdiction {name!r}",
        "请安装声明它的插件（通常名为 civaffairs-{name}），或改正写法",
        "Install the plugin that does (usually called civaffairs-{name}), or correct the name",
    ),
    # The catalogue.
    "name_ambiguous": Wording(
        "“{name}”不止一个",
        "there is more than one {name!r}",
        "请用其中一个标识：{known}",
        "Use one of these ids: {known}",
    ),
    "plan_absent": Wording(
        "没有插件声明{jurisdiction}的规划",
        "no installed plugin declares a plan of {jurisdiction}",
        "请换一个地区，或在插件中实现 civaffairs_plans",
        "Ask for another jurisdiction, or implement civaffairs_plans in its plugin",
    ),
    "part_not_loaded": Wording(
        "载入目录时没有载入 {part}",
        "the catalogue was loaded without {part}",
        "载入时请在 parts= 中列出 {part!r}，或不写 parts=",
        "Load it with {part!r} among parts=, or without parts=",
    ),
    # The installation.
    "library_here": Wording("{name} {version}", "{name} {version}"),
    "extra_absent": Wording(
        "{name} 未安装（可选功能 {extra}）", "{name} is not installed (optional, for {extra})"
    ),
    "library_absent": Wording(
        "{name} 未安装", "{name} is not installed", "请运行：pip install {name}", "Run: pip install {name}"
    ),
    "library_broken": Wording(
        "{name} 已安装，但无法导入：{error}",
        "{name} is installed but cannot be imported: {error}",
        "请运行：pip install --force-reinstall {name}",
        "Run: pip install --force-reinstall {name}",
    ),
    "plugins_unseen": Wording(
        "无法检查插件：{error}",
        "the plugins cannot be looked at: {error}",
        "请先解决以上问题",
        "Mend first what stands above",
    ),
    "plugin_here": Wording(
        "插件 {name}（{distribution} {version}）：{status}",
        "plugin {name} ({distribution} {version}): {status}",
    ),
    "environment_says": Wording("环境变量 {name}={value}", "environment variable {name}={value}"),
}
