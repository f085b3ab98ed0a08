package org.zhongchuang.installation.launch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.zhongchuang.engine.PackReader;

/**
 * The cities that ship, each by the folder in which its packs lie. The first is called by its pack: by what stands
 * before the year of the document.
 */
final class ShippedCities {

    /** Where the packs of the city lie that a demonstration is of unless told otherwise. */
    static final String FIRST = "policies";

    private static final String OTHERS = "cities/";

    private ShippedCities() {}

    /** Where the packs of a city lie. */
    static String packsOf(String name) {
        var known = known();
        var packs = known.get(name);
        if (packs == null) {
            throw new LaunchOptions.Unclear("没有这座城市 / no such city: --city %s\n可用 / there are: %s"
                    .formatted(name, String.join(", ", known.keySet())));
        }
        return packs;
    }

    private static SortedMap<String, String> known() {
        var known = new TreeMap<String, String>();
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (var head : resolver.getResources("classpath*:" + OTHERS + "*/*/pack.yaml")) {
                var name = after(OTHERS, head.getURL().toString());
                known.put(name, OTHERS + name);
            }
            for (var head : resolver.getResources("classpath*:" + FIRST + "/*/pack.yaml")) {
                // Others are documents on which the city rests, or that amend it.
                if (PackReader.leads(Map.of("pack.yaml", head.getContentAsString(UTF_8)))) {
                    known.put(after(FIRST + "/", head.getURL().toString()).split("-", -1)[0], FIRST);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    /** The name of the folder that follows. */
    private static String after(String folder, String address) {
        var path = URLDecoder.decode(address, UTF_8);
        var inside = path.substring(path.lastIndexOf(folder) + folder.length());
        return inside.substring(0, inside.indexOf('/'));
    }
}
