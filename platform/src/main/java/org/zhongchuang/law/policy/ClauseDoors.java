package org.zhongchuang.law.policy;

import java.util.stream.Stream;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;

/** Where in the product a clause of the document is kept: each module brings the ways to its own pages. */
public interface ClauseDoors {

    /** A page that everybody may open, and what is seen there. */
    record Door(Text words, String address) {}

    Stream<Door> doorsOf(PolicyPack pack, Clause clause);
}
