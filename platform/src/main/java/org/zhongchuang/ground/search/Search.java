package org.zhongchuang.ground.search;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;

/** Asks every module for what somebody typed. */
@Service
public class Search {

    private static final Comparator<Hits> EXACT_FIRST =
            Comparator.comparing(hits -> hits.hits().stream().noneMatch(Hit::exact));

    private final List<Searched> modules;

    Search(List<Searched> modules) {
        this.modules = modules.stream()
                .sorted(Comparator.comparingInt(Searched::place))
                .toList();
    }

    /**
     * What was found, by module: first where the very thing is, then in their order; those with nothing are left out.
     */
    public List<Hits> find(Words words, @Nullable Actor actor, int most) {
        if (words.text().isEmpty()) {
            return List.of();
        }
        return modules.stream()
                .map(module -> module.find(words, actor, most))
                .filter(hits -> !hits.hits().isEmpty())
                .sorted(EXACT_FIRST)
                .toList();
    }
}
