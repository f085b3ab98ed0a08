package org.zhongchuang.ground.menu;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Fresh;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;

/**
 * Whom a page lets in, as it declares by its annotations. Read once: every request asks its own page, and every page
 * asks those it leads to.
 *
 * @param anyone whether nobody need have signed in
 * @param only whether those who have signed in are let in
 * @param roles in which roles; empty for any
 * @param steps whether whoever may hold a step is let in too
 * @param fresh whether they must have said just now who they are
 */
public record Door(boolean anyone, boolean only, Set<Role> roles, boolean steps, boolean fresh) {

    private static final Map<Method, Door> READ = new ConcurrentHashMap<>();

    public static Door of(HandlerMethod page) {
        return READ.computeIfAbsent(page.getMethod(), _ -> read(page));
    }

    private static Door read(HandlerMethod page) {
        var only = page.getMethodAnnotation(Only.class);
        return new Door(
                page.hasMethodAnnotation(Anyone.class),
                only != null,
                only == null ? Set.of() : Set.of(only.value()),
                only != null && only.steps(),
                page.hasMethodAnnotation(Fresh.class));
    }

    public boolean admits(@Nullable Actor actor) {
        return anyone
                || (only
                        && actor != null
                        && ((roles.isEmpty() && !steps)
                                || roles.contains(actor.role())
                                || (steps && actor.role().mayHoldSteps())));
    }
}
