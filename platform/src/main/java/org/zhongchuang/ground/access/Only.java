package org.zhongchuang.ground.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page for people who are signed in and act in one of these roles; with nothing named, in any. What they may do there
 * with one thing is asked when they do it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Only {

    Role[] value() default {};

    /** Also whoever a pack may give a step of a procedure, {@link Role#mayHoldSteps}. */
    boolean steps() default false;
}
