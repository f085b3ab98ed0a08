package org.zhongchuang.ground.search;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.Spoken;

/**
 * Things of which there are few enough to hold, found by their names in both languages, by how they sound, by codes.
 */
public final class ByName<T> {

    private final List<Known<T>> known;

    private record Known<T>(T thing, List<String> names, String all) {

        /**
         * 0 where a name begins with the words, 1 where it holds them, 2 where name and rest hold each of them, 3 where
         * they do not.
         */
        int distance(String words) {
            if (names.stream().anyMatch(name -> name.startsWith(words))) {
                return 0;
            }
            if (names.stream().anyMatch(name -> name.contains(words))) {
                return 1;
            }
            return Stream.of(words.split("\\s+", -1)).allMatch(all::contains) ? 2 : 3;
        }
    }

    /**
     * Remembers how each is called.
     *
     * @param rest what else it is found by: codes, what stands in it
     */
    public ByName(Stream<T> things, Function<T, Text> name, Function<T, String> rest) {
        this.known = things.map(thing -> {
                    var names = Stream.of(
                                    name.apply(thing).zh(),
                                    name.apply(thing).en(),
                                    Spoken.ofWords(name.apply(thing).zh()))
                            .map(one -> one.toLowerCase(Locale.ROOT))
                            .toList();
                    var all =
                            String.join("\n", names) + "\n" + rest.apply(thing).toLowerCase(Locale.ROOT);
                    return new Known<>(thing, names, all);
                })
                .toList();
    }

    /** The best first; those that fit equally well in the order in which they were given. */
    public Stream<T> find(Words words) {
        record Near<T>(T thing, int distance) {}
        return known.stream()
                .map(one -> new Near<>(one.thing(), one.distance(words.lower())))
                .filter(one -> one.distance() < 3)
                .sorted(Comparator.comparingInt(Near::distance))
                .map(Near::thing);
    }
}
