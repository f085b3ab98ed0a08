package org.zhongchuang.law.policy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Together;
import org.zhongchuang.law.policy.SetValues.SetValue;

/** The documents with the values that authorities have set since. */
final class Overlay {

    private Overlay() {}

    /** The editions of each document, each with the values that were set for it. */
    static List<List<DatedEdition>> of(Collection<List<DatedEdition>> documents, List<SetValue> values) {
        return documents.stream()
                .map(editions -> editions.stream()
                        .map(one -> new DatedEdition(one.from(), with(one.edition(), values), one.amendments()))
                        .toList())
                .toList();
    }

    /** Each document as it stands on a day. */
    static List<Edition> on(List<List<DatedEdition>> documents, LocalDate day) {
        return documents.stream()
                .map(one -> DatedEdition.on(one, day).edition())
                .toList();
    }

    /** All of them read as one. */
    static PolicyPack city(List<Edition> editions) {
        return Together.of(editions.stream().map(Edition::pack).toList());
    }

    private static Edition with(Edition pack, List<SetValue> set) {
        var lines = set.stream()
                .filter(one -> one.pack().equals(pack.pack().id()))
                .map(Overlay::line)
                .toList();
        return new Edition(Edition.overlaid(pack.pack(), lines), pack.packed(), lines);
    }

    private static String line(SetValue value) {
        return "%s %s %s %s"
                .formatted(value.parameter(), value.from(), value.value().toPlainString(), value.document());
    }
}
