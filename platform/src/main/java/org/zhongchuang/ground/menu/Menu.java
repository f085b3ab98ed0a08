package org.zhongchuang.ground.menu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.method.HandlerMethod;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.Role;

/** What a reader can open from any page, in groups; one without an entry is left out. */
public record Menu(List<Group> groups) {

    public Menu {
        groups = List.copyOf(groups);
    }

    /** A part of the menu with what the reader may open in it. */
    public record Group(InMenu.Section name, List<Entry> entries) {

        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A page of the menu.
     *
     * @param often whose desks lead to it by a button
     * @param roots the addresses at or below which its pages lie
     */
    public record Entry(
            InMenu.Section section,
            Text label,
            String icon,
            int place,
            String address,
            Set<Role> often,
            List<String> roots) {

        public Entry {
            often = Set.copyOf(often);
            roots = List.copyOf(roots);
        }

        /** How closely it is told where a page lies: the length of the address above it, 0 where it is another's. */
        private int nearness(String path) {
            return roots.stream()
                    .filter(root -> path.equals(root) || (root.length() > 1 && path.startsWith(root + "/")))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    /** The entries that pages declare, in the order of the menu. */
    static List<Entry> entries(Stream<PageAt> pages) {
        return pages.flatMap(page -> entry(page).stream())
                .sorted(Comparator.comparing(Entry::section).thenComparingInt(Entry::place))
                .toList();
    }

    /** A page and the addresses under which it is declared. */
    record PageAt(HandlerMethod page, List<String> patterns) {}

    private static Optional<Entry> entry(PageAt at) {
        return Optional.ofNullable(at.page().getMethodAnnotation(InMenu.class)).map(says -> {
            var address = at.patterns().stream()
                    .filter(pattern -> !pattern.contains("{"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(at.page() + " has no address of its own"));
            var roots = new ArrayList<>(List.of(says.under()));
            at.patterns().forEach(pattern -> roots.add(pattern.replaceFirst("/\\{.*", "")));
            return new Entry(
                    says.value(),
                    Text.of(says.zh(), says.en()),
                    says.icon(),
                    says.place(),
                    address,
                    Set.of(says.often()),
                    roots);
        });
    }

    static Menu of(List<Entry> entries) {
        return new Menu(Stream.of(InMenu.Section.values())
                .map(name -> new Group(
                        name,
                        entries.stream().filter(one -> one.section() == name).toList()))
                .filter(section -> !section.entries().isEmpty())
                .toList());
    }

    /** The entry to which the page at that address belongs. */
    public Optional<Entry> at(String path) {
        return groups.stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.nearness(path) > 0)
                .max(Comparator.comparingInt(entry -> entry.nearness(path)));
    }

    /** What people in that role do most. */
    public List<Entry> often(Role role) {
        return groups.stream()
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.often().contains(role))
                .toList();
    }

    /** The group of an entry, with what stands beside it. */
    public Group group(Entry entry) {
        return groups.stream()
                .filter(section -> section.name() == entry.section())
                .findFirst()
                .orElseThrow();
    }
}
