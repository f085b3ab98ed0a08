package org.zhongchuang.records.registry;

import org.zhongchuang.engine.Text;

/** What a makerspace is built on (三-0b). */
public enum Carrier {
    HIGH_TECH_PARK("高新技术产业园区", "High-tech park"),
    OFFICE_BUILDING("楼宇平台", "Office building"),
    SPECIAL_TOWN("特色小镇", "Special town"),
    INCUBATOR("科技企业孵化器", "Technology incubator"),
    INDUSTRY_BASE("特色产业基地", "Industry base"),
    NEW_ECONOMY_PARK("新经济园", "New-economy park"),
    DOUBLE_INNOVATION("“两创”中心", "Innovation and enterprise centre"),
    UNIVERSITY_PARK("大学科技园", "University science park"),
    UNIVERSITY("高校科研院所", "University or institute"),
    TSINGHUA_INSTITUTE("浙江清华长三角研究院", "Yangtze Delta Region Institute of Tsinghua University"),
    CAS_CENTRE("中科院浙江院", "Chinese Academy of Sciences, Zhejiang"),
    OTHER("其他", "Other");

    private final Text label;

    Carrier(String zh, String en) {
        this.label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
