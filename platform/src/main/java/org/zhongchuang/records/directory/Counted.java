package org.zhongchuang.records.directory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.zhongchuang.records.registry.SubjectKind;

/**
 * Who counts for a target: the rows of one kind with any of its traits. The figure and the list that it opens ask for
 * the same.
 *
 * @param id of the target in the pack
 * @param trait as the directory is asked for it
 */
public record Counted(String id, SubjectKind kind, String trait) {

    private static final List<Counted> ALL = List.of(
            new Counted("spaces", SubjectKind.SPACE, "level_city:yes~level_provincial:yes~level_national:yes"),
            new Counted("venture_firms", SubjectKind.INVESTOR, "type:venture"),
            new Counted("talents", SubjectKind.PERSON, "talent:leader~talent:expert~talent:skilled"),
            new Counted("mentors_2020", SubjectKind.PERSON, "mentor:yes"),
            new Counted("tech_firms", SubjectKind.ENTERPRISE, "science_sme:yes"),
            new Counted("high_tech_firms", SubjectKind.ENTERPRISE, "high_tech:yes"));

    /** The target that counts the money of funds, and so all of them. */
    private static final String CAPITAL = "managed_capital";

    /** Where the directory lists those of them who are public; none where it has no rows for the target. */
    public static Optional<String> rows(String target) {
        return target.equals(CAPITAL)
                ? Optional.of("/directory?kind=fund")
                : find(target)
                        .map(one ->
                                "/directory?kind=" + one.kind.name().toLowerCase(Locale.ROOT) + "&trait=" + one.trait);
    }

    static String[] all(Function<Counted, String> what) {
        return ALL.stream().map(what).toArray(String[]::new);
    }

    private static Optional<Counted> find(String target) {
        return ALL.stream().filter(one -> one.id.equals(target)).findFirst();
    }
}
