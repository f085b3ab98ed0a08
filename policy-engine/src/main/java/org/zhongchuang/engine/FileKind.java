package org.zhongchuang.engine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a pack consists of. */
enum FileKind {
    PACK("pack.yaml", PackHead.class),
    CLAUSES("clauses/", Part.class),
    FACTS("facts.yaml", Fact[].class),
    PARAMETERS("parameters/", Parameter.class),
    LISTS("lists/", CodeList.class),
    PROGRAMMES("programmes/", Programme.class),
    CASES("cases/", ApprovedCase[].class),
    INDICATORS("indicators/", IndicatorSet.class),
    TARGETS("targets.yaml", Target[].class),
    OBLIGATIONS("obligations.yaml", Obligation[].class),
    STATISTICS("statistics.yaml", Statistic[].class),
    EVERYDAY("everyday.yaml", EverydayWord[].class),
    ASSESSMENT("assessment.yaml", AssessmentProcedure.class),
    TREASURY("treasury.yaml", TreasuryProcedure.class);

    private final String place;
    private final Class<?> type;

    FileKind(String place, Class<?> type) {
        this.place = place;
        this.type = type;
    }

    /** The name of the file, or of the folder in which each file is of this kind. */
    String place() {
        return place;
    }

    /** The file with its schema. */
    String schema() {
        return name().toLowerCase(Locale.ROOT) + ".json";
    }

    boolean isFolder() {
        return place.endsWith("/");
    }

    /** Whether no pack is read without it. */
    boolean required() {
        return this == PACK;
    }

    /** What a file of this kind is read into. */
    Class<?> type() {
        return type;
    }

    Shape shape() {
        return Shape.of(type);
    }

    /** The kind of a file by its path inside the pack. */
    static Optional<FileKind> of(String file) {
        return Stream.of(values())
                .filter(kind -> kind.isFolder()
                        ? file.startsWith(kind.place) && file.endsWith(".yaml")
                        : file.equals(kind.place))
                .findFirst();
    }
}
