package org.zhongchuang.law.edition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.CodeList;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.law.policy.DatedEdition;
import org.zhongchuang.law.policy.Policies;

/** Amendments that are settled and do not hold yet: from which day they change what is read today. */
@Component
public class ChangesToCome {

    private static final int MOST_KNOWN = 50;

    private final Policies policies;
    private final Clock clock;
    private final Map<String, List<Change>> known = new ConcurrentHashMap<>();

    ChangesToCome(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * One amendment to come.
     *
     * @param before the document until then
     * @param after the document from that day on
     */
    public record ToCome(LocalDate from, Amendment by, PolicyPack before, PolicyPack after, List<Change> changes) {

        /** The document as it stands on that day. */
        public String address() {
            return "/policies/%s?on=%s".formatted(after.id(), from);
        }

        /** A clause as it stands on that day; the whole document where it is gone then. */
        public String address(String clause) {
            return after.clause(clause).isPresent()
                    ? "/policies/%s/clauses/%s?on=%s".formatted(after.id(), clause, from)
                    : address();
        }

        /** What it changes of a parameter, among others where it is new or gone. */
        public boolean changesParameter(String id) {
            return has(Change.Kind.PARAMETER, id);
        }

        /** Whether it changes what a clause says, or what is worked out and set by it. */
        public boolean changesClause(String clause) {
            return changes.stream()
                            .filter(one -> one.kind() == Change.Kind.CLAUSE)
                            .anyMatch(one -> one.id().equals(clause) || one.id().startsWith(clause + "-"))
                    || both(pack -> pack.programmesOn(clause).stream().map(Programme::id))
                            .anyMatch(id -> has(Change.Kind.PROGRAMME, id))
                    || both(pack -> pack.parametersOn(clause).stream().map(Parameter::id))
                            .anyMatch(id -> has(Change.Kind.PARAMETER, id))
                    || both(pack -> pack.lists().values().stream()
                                    .filter(list -> list.isOf(clause))
                                    .map(CodeList::id))
                            .anyMatch(id -> has(Change.Kind.LIST, id));
        }

        private Stream<String> both(java.util.function.Function<PolicyPack, Stream<String>> of) {
            return Stream.of(before, after).flatMap(of);
        }

        private boolean has(Change.Kind kind, String id) {
            return changes.stream()
                    .anyMatch(one -> one.kind() == kind && one.id().equals(id));
        }
    }

    /** Those of one document, the next first. */
    public List<ToCome> of(String pack) {
        var today = LocalDate.now(clock);
        var editions = policies.editionsOf(pack);
        var found = new ArrayList<ToCome>();
        for (int i = 1; i < editions.size(); i++) {
            var one = editions.get(i);
            if (one.from().isAfter(today)) {
                found.add(toCome(editions.get(i - 1), one));
            }
        }
        return List.copyOf(found);
    }

    /** Those of all documents of the city, the leading one's first. */
    public List<ToCome> all() {
        return policies.current().documents().stream()
                .flatMap(one -> of(one.id()).stream())
                .toList();
    }

    private ToCome toCome(DatedEdition earlier, DatedEdition later) {
        var before = earlier.edition().pack();
        var after = later.edition().pack();
        var key = before.edition() + " " + after.edition();
        var changes = known.get(key);
        if (changes == null) {
            changes = Changes.between(before, after, policies.isDemonstration());
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(key, changes);
        }
        return new ToCome(later.from(), later.amendments().getLast(), before, after, changes);
    }
}
