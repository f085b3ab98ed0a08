package org.zhongchuang.records.registry;

import org.zhongchuang.engine.Text;

/** A kind of makerspace for tests that need one, whichever it is. */
public final class Kinds {

    public static final SpaceKind MAKER = new SpaceKind("MAKER", Text.of("创客孵化类", "Maker incubation"));

    private Kinds() {}
}
