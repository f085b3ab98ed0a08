package org.zhongchuang.ground.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page whose address or form names something that is nobody's in particular: all whom the page lets in share it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Common {

    /** Why it is nobody's, as a sentence. */
    String value();
}
