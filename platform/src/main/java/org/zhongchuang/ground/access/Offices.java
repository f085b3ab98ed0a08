package org.zhongchuang.ground.access;

import java.util.Set;

/** What the policy in force says of offices. */
public interface Offices {

    /** The code of the whole city, as against its counties. */
    String wholeCity();

    /** The programmes in whose procedure people in that role have a step. */
    Set<String> programmesOf(Role role);
}
