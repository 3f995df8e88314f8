"""The words and names of Chongqing's outline to 2025, in its order. Its districts use some of them too."""

from civaffairs import Label, Term, Topic
from civaffairs_chongqing.documents import outline_14

TERMS = (
    # The review of 2020.
    Term("guardianship_together", Label("合力监护、相伴成长", "guardianship together"),
         Label("督促父母等监护人履行责任、帮助失学和无户籍儿童的专项行动", "a campaign to make guardians do their duty and to help children out of school or without registration"),
         Topic.CHILD_WELFARE, outline_14.at("以爱护航儿童成长")),
    Term("embedded_beds", Label("社区嵌入式床位", "beds embedded in communities"),
         Label("设在社区小型养老设施里的床位", "beds in small elderly-care facilities amid the homes"),
         Topic.ELDERLY_CARE, outline_14.at("用心用情守护夕阳"), ("嵌入式床位",), ("embedded",)),
    Term("bathing_van", Label("助浴快车", "bathing van"),
         Label("开到社区、为老年人洗澡的流动设备", "comes to the community so that elders can bathe"),
         Topic.ELDERLY_CARE, outline_14.at("用心用情守护夕阳"), also_en=("bathing vans",)),
    Term("all_dependent_cared_for", Label("应护尽护", "all who need care are cared for"),
         Label("失能特困人员都得到集中照护", "every dependent tekun person has a place in care"),
         Topic.SOCIAL_ASSISTANCE, outline_14.at("用心用情守护夕阳"), also_en=("all who need care",)),
    Term("family_harmony_plan", Label("家庭和谐计划", "Family Harmony Plan"),
         Label("由社会工作者等为婚姻当事人提供辅导的计划", "social workers and others counsel couples"),
         Topic.MARRIAGE, outline_14.at("提升效能服务民生"), also_en=("Family Harmony",)),
    Term("six_in_step", Label("六同步", "Party building in six steps"),
         Label("社会组织登记管理的各个环节与党建同时进行", "Party building goes with each step of registering and managing a social organisation"),
         Topic.SOCIAL_ORGANISATIONS, outline_14.at("强化治理增添活力"), also_en=("six steps",)),

    # The outline to 2025.
    Term("layout_1365", Label("“1365”格局", "1365 layout"),
         Label("一个目标、三大体系、六大重点任务、五项保障措施", "one goal, three systems, six main tasks, five safeguards"),
         Topic.ADMINISTRATION, outline_14.at("打造“1365”格局"), also_en=("1365",)),
    Term("five_types", Label("五型民政", "civil affairs of five types"),
         Label("标准型、法治型、服务型、智慧型、创新型", "by standards, by law, serving, smart and inventive"),
         Topic.ADMINISTRATION, outline_14.at("强化能力提升保障"), also_en=("five types",)),
)  # fmt: skip
