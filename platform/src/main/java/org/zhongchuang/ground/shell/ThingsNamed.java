package org.zhongchuang.ground.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Reach.Answer;

/** Finds the things that a request names and asks whether the actor reaches them. */
@Component
class ThingsNamed {

    /** Between the names of a thing that has several. */
    private static final String JOINT = "|";

    private final Reach reach;

    ThingsNamed(Reach reach) {
        this.reach = reach;
    }

    /** The first thing out of reach decides. */
    Answer answer(HandlerMethod method, Actor actor, HttpServletRequest request) {
        return Stream.of(method.getMethod().getAnnotationsByType(Concerns.class))
                .map(concerns -> answer(concerns, actor, request))
                .filter(answer -> answer != Answer.YES)
                .findFirst()
                .orElse(Answer.YES);
    }

    private Answer answer(Concerns concerns, Actor actor, HttpServletRequest request) {
        var variables = variables(request);
        var inAddress = Stream.of(concerns.by()).anyMatch(variables::containsKey);
        var names = Stream.of(concerns.by())
                .map(name -> variables.containsKey(name) ? variables.get(name) : request.getParameter(name))
                .map(name -> name == null ? "" : name.strip())
                .toList();
        if (names.stream().anyMatch(name -> name.indexOf('\0') >= 0)) {
            return Answer.NOTHING_THERE;
        }
        if (names.stream().allMatch(String::isEmpty)) {
            return Answer.YES;
        }
        // What a form names and is not there, the page itself refuses, in words and with what was typed.
        return reach.ask(
                        actor,
                        Set.of(concerns.deed()),
                        concerns.value(),
                        names.stream().collect(Collectors.joining(JOINT)))
                .orElse(inAddress ? Answer.NOTHING_THERE : Answer.YES);
    }

    @SuppressWarnings("unchecked") // Spring keeps the variables of the address as texts by name.
    private static Map<String, String> variables(HttpServletRequest request) {
        var variables = (Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : variables;
    }
}
