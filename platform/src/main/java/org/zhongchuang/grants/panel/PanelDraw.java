package org.zhongchuang.grants.panel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Draws experts by lot so that each has about the same number of spaces. The same seed, spaces, experts and conflicts
 * give the same panels, so that anybody can draw again.
 */
public final class PanelDraw {

    private PanelDraw() {}

    /** Who follows an expert who left the panel of a space: the next by lot of those who are free and have no tie. */
    public static Optional<PersonId> next(long seed, SubjectId space, List<PersonId> free, Set<PersonId> barred) {
        var lot = new ArrayList<>(
                free.stream().filter(expert -> !barred.contains(expert)).toList());
        Collections.shuffle(lot, new Random(seed + space.value().hashCode()));
        return lot.stream().findFirst();
    }

    /** Empty when for some space too few are left. */
    public static Optional<Map<SubjectId, List<PersonId>>> draw(
            long seed, List<SubjectId> spaces, List<PersonId> experts, Map<SubjectId, Set<PersonId>> barred, int size) {
        var random = new Random(seed);
        var loads = new HashMap<PersonId, Integer>();
        var panels = new LinkedHashMap<SubjectId, List<PersonId>>();
        var lot = new ArrayList<>(experts);
        lot.sort(Comparator.comparing(PersonId::value));
        var inOrder = new ArrayList<>(spaces);
        inOrder.sort(Comparator.comparing(SubjectId::value));
        for (var space : inOrder) {
            Collections.shuffle(lot, random);
            var excluded = barred.get(space);
            var panel = lot.stream()
                    .filter(expert -> excluded == null || !excluded.contains(expert))
                    .sorted(Comparator.comparing(expert -> loads.getOrDefault(expert, 0)))
                    .limit(size)
                    .toList();
            if (panel.size() < size) {
                return Optional.empty();
            }
            panel.forEach(expert -> loads.merge(expert, 1, Integer::sum));
            panels.put(space, panel);
        }
        return Optional.of(panels);
    }
}
