package org.zhongchuang.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a problem of a pack is about, by names: a file, or a folder of files, and the way inside it.
 *
 * <p>A step of the way is a key, the id of one in a list, or its number from 0; in a folder the first step is the id of
 * what stands in any of its files.
 *
 * @param file such as {@code pack.yaml}, or a folder such as {@code programmes/}
 * @param last whether the last of that name is meant, where there are several
 */
public record Where(String file, List<String> path, boolean last) {

    public Where {
        path = List.copyOf(path);
    }

    public static Where in(String file, String... path) {
        return new Where(file, List.of(path), false);
    }

    /** The same, one step further in. */
    public Where at(String... further) {
        return new Where(file, Stream.concat(path.stream(), Stream.of(further)).toList(), last);
    }

    /** The last of that name. */
    Where again() {
        return new Where(file, path, true);
    }

    /** By names alone, where nobody has looked up the line. */
    String said() {
        var way = String.join(" › ", path);
        return way.isEmpty() ? file : file.endsWith("/") ? way : file + " › " + way;
    }

    static Where programme(String id, String... path) {
        return in("programmes/", id).at(path);
    }

    static Where list(String id, String... path) {
        return in("lists/", id).at(path);
    }

    static Where parameter(String id, String... path) {
        return in("parameters/", id).at(path);
    }
}
