package org.zhongchuang.ground.shell;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * Fields of forms and addresses are plain: a name with a dot in it is no way into what a page reads, so that whoever
 * makes one up reaches nothing and breaks nothing.
 */
@ControllerAdvice
class PlainFields {

    @InitBinder
    void plain(WebDataBinder binder) {
        binder.setDisallowedFields("*.*", "*[*");
    }
}
