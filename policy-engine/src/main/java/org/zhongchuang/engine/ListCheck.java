package org.zhongchuang.engine;

import java.util.Set;
import java.util.stream.Collectors;

/** Checks lists: each is used, each has codes on each of its days, and a clause on which it rests. */
final class ListCheck {

    private final PolicyPack pack;
    private final Flaws flaws;

    ListCheck(PolicyPack pack, Flaws flaws) {
        this.pack = pack;
        this.flaws = flaws;
    }

    void check() {
        var clauses = new ClauseCheck(pack, flaws);
        var used = used();
        var allIsKnown = pack.rules().keySet().containsAll(pack.programmes().keySet());
        for (var list : pack.lists().values()) {
            var where = Where.list(list.id());
            clauses.demand(where.at("clause"), list.clause());
            if (allIsKnown && !used.contains(list.id())) {
                flaws.add(
                        where.at("id"),
                        "清单 %s 没有规则用到；删去或用上",
                        "list %s is used by no rule; remove it or use it",
                        list.id());
            }
            if (pack.facts().containsKey(list.id()) || pack.parameters().containsKey(list.id())) {
                flaws.add(where.at("id"), "清单 %s 与事实或参数同名", "list %s has the name of a fact or parameter", list.id());
            }
            values(list, where.at("values"));
        }
    }

    private Set<String> used() {
        return pack.rules().values().stream()
                .flatMap(rules -> rules.lists().stream())
                .map(CodeList::id)
                .collect(Collectors.toSet());
    }

    private void values(CodeList list, Where where) {
        if (list.values().isEmpty()) {
            flaws.add(where, "清单 %s 没有内容；有了再写", "list %s has no codes; leave it out until it has", list.id());
        }
        var days = list.values().stream().map(CodeList.Value::from).toList();
        if (!days.equals(days.stream().sorted().distinct().toList())) {
            flaws.add(
                    where,
                    "清单 %s 的内容须从早到晚写，一天一份",
                    "list %s: its codes must stand oldest first, once for each day",
                    list.id());
        }
        for (int i = 0; i < list.values().size(); i++) {
            var codes = list.values().get(i).codes();
            var place = where.at(String.valueOf(i), "codes");
            if (codes.isEmpty() || codes.stream().anyMatch(String::isBlank)) {
                flaws.add(place, "清单 %s 须有代码，不能是空的", "list %s has codes, and none that is empty", list.id());
            }
            DocumentCheck.duplicates(codes)
                    .forEach(code -> flaws.add(place, "代码 %s 写了两次", "code %s is written twice", code));
        }
    }
}
