package org.zhongchuang.ground.search;

import java.util.List;
import org.zhongchuang.engine.Text;

/**
 * What one module found.
 *
 * @param heading what kind of things they are
 * @param icon the id of an icon in {@code static/vendor/tabler-icons/icons.svg}
 * @param hits the best first
 * @param all the address of the whole list of what was found; empty where there is none
 */
public record Hits(Text heading, String icon, List<Hit> hits, String all) {

    public Hits {
        hits = List.copyOf(hits);
    }
}
