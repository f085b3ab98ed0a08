package org.zhongchuang.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a city calls its offices, its readers and those who pay, where it does not use the usual names, and what names
 * in it begin with.
 *
 * @param roles names of roles by their word, such as {@code county_officer}; the program knows which words there are
 * @param audiences names of {@link Audience audiences} by their word, such as {@code service_provider}
 * @param payers names of {@link Programme.Payer payers} by their word, such as {@code city}
 * @param certificate the two letters with which the codes of its certificates begin
 * @param carriers what makerspaces there are built on, each by its word and in the order of choice
 * @param kinds what kinds of makerspace there are, each by its word and in the order of choice
 * @param province the province that it lies in, which says nothing in the name of a firm
 */
public record Names(
        Map<String, Text> roles,
        Map<String, Text> audiences,
        Map<String, Text> payers,
        @Nullable String certificate,
        Map<String, Text> carriers,
        Map<String, Text> kinds,
        @Nullable Text province) {

    /** What makerspaces are built on nearly everywhere. */
    private static final Map<String, Text> USUAL_CARRIERS = Collections.unmodifiableMap(usualCarriers());

    /** The kinds of makerspace where a city has none of its own. */
    private static final Map<String, Text> USUAL_KINDS = Collections.unmodifiableMap(usualKinds());

    /** The usual names throughout. */
    static final Names USUAL = new Names(Map.of(), Map.of(), Map.of(), null, Map.of(), Map.of(), null);

    public Names(
            @Nullable Map<String, Text> roles,
            @Nullable Map<String, Text> audiences,
            @Nullable Map<String, Text> payers,
            @Nullable String certificate,
            @Nullable Map<String, Text> carriers,
            @Nullable Map<String, Text> kinds,
            @Nullable Text province) {
        this.roles = sorted(roles);
        this.audiences = sorted(audiences);
        this.payers = sorted(payers);
        this.certificate = certificate;
        this.carriers = ordered(carriers, USUAL_CARRIERS);
        this.kinds = ordered(kinds, USUAL_KINDS);
        this.province = province;
    }

    private static Map<String, Text> usualCarriers() {
        var usual = new LinkedHashMap<String, Text>();
        usual.put("high_tech_park", Text.of("高新技术产业园区", "High-tech park"));
        usual.put("office_building", Text.of("楼宇平台", "Office building"));
        usual.put("special_town", Text.of("特色小镇", "Special town"));
        usual.put("incubator", Text.of("科技企业孵化器", "Technology incubator"));
        usual.put("industry_base", Text.of("特色产业基地", "Industry base"));
        usual.put("university_park", Text.of("大学科技园", "University science park"));
        usual.put("university", Text.of("高校科研院所", "University or institute"));
        usual.put("other", Text.of("其他", "Other"));
        return usual;
    }

    private static Map<String, Text> usualKinds() {
        var usual = new LinkedHashMap<String, Text>();
        usual.put("demonstration", Text.of("示范型", "Demonstration"));
        usual.put("investment", Text.of("投资型", "Investment-led"));
        usual.put("specialised", Text.of("专业型", "Specialised"));
        usual.put("maker", Text.of("创客型", "Maker"));
        return usual;
    }

    /** In the order in which the pack has them; the usual ones where it has none. */
    private static Map<String, Text> ordered(@Nullable Map<String, Text> own, Map<String, Text> usual) {
        return own == null || own.isEmpty() ? usual : Collections.unmodifiableMap(new LinkedHashMap<>(own));
    }

    private static Map<String, Text> sorted(@Nullable Map<String, Text> names) {
        return names == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(names));
    }

    /** The word by which a pack knows one of the choices. */
    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
