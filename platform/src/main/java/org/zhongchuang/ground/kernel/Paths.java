package org.zhongchuang.ground.kernel;

import org.jspecify.annotations.Nullable;

/** Addresses that came from outside. */
public final class Paths {

    private Paths() {}

    /**
     * The path if it is one of this site, else another: "//elsewhere" and "/\elsewhere" would leave it. Braces, in
     * which a redirect would look for values, are written as an address writes them.
     */
    public static String ours(@Nullable String path, String otherwise) {
        return path != null
                        && path.startsWith("/")
                        && !path.startsWith("//")
                        && path.chars().noneMatch(c -> c == '\\' || c < ' ')
                ? path.replace("{", "%7B").replace("}", "%7D")
                : otherwise;
    }
}
