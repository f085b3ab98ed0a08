package org.zhongchuang.ground.access;

import java.util.Set;
import org.zhongchuang.engine.Text;

/** What the policy in force says of offices. */
public interface Offices {

    /** The code of the whole city, as against its counties. */
    String wholeCity();

    /** What the city calls people in that role. */
    Text name(Role role);

    /** The programmes in whose procedure people in that role have a step. */
    Set<String> programmesOf(Role role);
}
