package org.zhongchuang.ground.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a form asks to be done: the parameter {@code act}, which must be one of these. A form that names none of them is
 * refused as incomplete, so that nothing is ever closed, dropped or decided because something was missing.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Act {

    String[] value();
}
