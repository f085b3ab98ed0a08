package org.zhongchuang.ground.access;

import java.util.List;
import java.util.Set;
import org.zhongchuang.engine.Text;

/** What the policy in force says of offices. */
public interface Offices {

    /** The code of the whole city, as against its counties. */
    String wholeCity();

    /** What people call the whole city, in Chinese and English, with and without the word for what it is. */
    List<String> namesOfTheCity();

    /** What the city calls people in that role. */
    Text name(Role role);

    /** The programmes in whose procedure people in that role have a step. */
    Set<String> programmesOf(Role role);
}
