package org.zhongchuang.ground.menu;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.search.ByName;
import org.zhongchuang.ground.search.Hit;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Searched;
import org.zhongchuang.ground.search.Words;

/** The pages of the menu, found by their names. */
@Component
class PagesByName implements Searched {

    private final Doors doors;
    private final Map<Menu, ByName<Menu.Entry>> known = new ConcurrentHashMap<>();

    PagesByName(Doors doors) {
        this.doors = doors;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Hits find(Words words, @Nullable Actor actor, int most) {
        // There are as many menus as there are kinds of readers.
        var pages = known.computeIfAbsent(
                doors.menu(actor),
                menu -> new ByName<>(
                        menu.groups().stream().flatMap(group -> group.entries().stream()), Menu.Entry::label, _ -> ""));
        var hits = pages.find(words)
                .limit(most)
                .map(page -> new Hit(page.label(), page.section().label(), page.address(), false))
                .toList();
        return new Hits(Text.of("页面", "Pages"), "layout-dashboard", hits, "");
    }
}
