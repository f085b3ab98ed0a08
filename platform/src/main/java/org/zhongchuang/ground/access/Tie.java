package org.zhongchuang.ground.access;

/** What connects somebody with a thing, so that they may see it or do something with it. */
public enum Tie {
    /** Their office works for the whole city. */
    CITY,
    /** Their appointment covers the whole city, where others in the same role have one county. */
    WHOLE_CITY,
    /** It lies in the area of their appointment. */
    AREA,
    /** The treasury they work for pays it. */
    PAYER,
    /** It is theirs, or their organisation's. */
    OWNER,
    /** Its procedure has a step for their office, and it lies where their appointment reaches. */
    OFFICE,
    /** It waits for their office now. */
    TURN,
    /** They were drawn for it and have not left the seat. */
    SEAT,
    /** They did a part of it before. */
    PART
}
