package org.zhongchuang.ground.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page about one thing, or a form that does something with it. {@link Reach} is asked before the page runs: whoever
 * may not see the thing is told that there is none, whoever may see it but not do this is refused.
 *
 * <p>A field of a form that is left empty or names nothing is the page's own affair; it refuses in its words.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Concerns.All.class)
public @interface Concerns {

    Thing value();

    /** What it takes; with several, each of them is enough. */
    Deed[] deed() default Deed.SEE;

    /** The variables of the address, or the fields of the form, that name the thing. */
    String[] by();

    /** Variables and fields that name a part of it; the use case looks for them nowhere else. */
    String[] parts() default {};

    /** Several things at once. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {

        Concerns[] value();
    }
}
