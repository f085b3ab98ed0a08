package org.zhongchuang.procedure.worklist.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.procedure.worklist.HandOut;
import org.zhongchuang.procedure.worklist.HandOut.Chosen;
import org.zhongchuang.procedure.worklist.ListAddress;

/** Taking several cases of a list on, or giving them to a colleague; the list is shown again with what came of it. */
@Controller
class HandOutPages {

    private static final Pattern CASE = Pattern.compile("(ZC\\d{4}-\\d{5,9})_(\\d{1,9})");

    private final HandOut handOut;
    private final InboxPages pages;

    HandOutPages(HandOut handOut, InboxPages pages) {
        this.handOut = handOut;
        this.pages = pages;
    }

    @PostMapping("/inbox/take")
    @Common("Each case is asked for by itself, and who may not handle one is told so beside its number.")
    @Only(steps = true)
    ModelAndView take(
            @ModelAttribute ListAddress asked,
            @RequestParam Optional<List<String>> chosen,
            @RequestParam(defaultValue = "") String request,
            Actor actor) {
        return pages.page(actor, asked, handOut.take(actor, cases(chosen), form(request)));
    }

    @PostMapping("/inbox/assign")
    @Common("Each case is asked for by itself, and who may not handle one is told so beside its number.")
    @Only(steps = true)
    ModelAndView assign(
            @ModelAttribute ListAddress asked,
            @RequestParam Optional<List<String>> chosen,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "") String colleague,
            Actor actor) {
        var person = Typed.id(colleague, PersonId::new);
        return pages.page(actor, asked, handOut.assign(actor, cases(chosen), form(request), person));
    }

    private static List<Chosen> cases(Optional<List<String>> ticked) {
        return ticked.orElse(List.of()).stream()
                .map(CASE::matcher)
                .filter(one -> one.matches())
                .map(one -> new Chosen(one.group(1), Integer.parseInt(one.group(2))))
                .distinct()
                .toList();
    }

    private static UUID form(String request) {
        return Typed.id(request).orElseGet(UUID::randomUUID);
    }
}
