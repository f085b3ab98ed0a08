package org.zhongchuang.ground.menu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;

/** Which pages let somebody in, by what the pages themselves state: links and buttons are shown to nobody else. */
@Component
public class Doors {

    private static final String GET = "GET ";
    private static final PathPatternParser PATTERNS = PathPatternParser.defaultInstance;

    private final ObjectProvider<RequestMappingHandlerMapping> pages;
    private final Reach reach;
    private volatile @Nullable Map<String, HandlerMethod> handlers;
    private volatile List<Menu.Entry> entries = List.of();

    /** The pages are looked up late: their interceptors, of which the gate is one, are made before them. */
    Doors(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> pages, Reach reach) {
        this.pages = pages;
        this.reach = reach;
    }

    /**
     * Whether a page lets that person in.
     *
     * @param address as the page declares it, such as {@code /changes/{id}}; for a form {@code POST /offers/run}
     */
    public boolean admits(String address, @Nullable Actor actor) {
        var page = all().get(address.startsWith("POST ") ? address : GET + address);
        if (page == null) {
            throw new IllegalArgumentException("there is no page " + address);
        }
        return Door.of(page).admits(actor);
    }

    /** What the menu holds for that person. */
    public Menu menu(@Nullable Actor actor) {
        all();
        return Menu.of(
                entries.stream().filter(entry -> admits(entry.address(), actor)).toList());
    }

    public boolean may(Deed deed, Thing thing, @Nullable Actor actor) {
        return actor != null && reach.may(actor, deed, thing);
    }

    /** The nearest page above an address that is none itself, as that of a form; the home page where there is none. */
    public String pageAbove(String path) {
        for (var end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            var above = path.substring(0, end);
            if (isPage(above)) {
                return above;
            }
        }
        return "/";
    }

    private boolean isPage(String path) {
        var plain = PathContainer.parsePath(path);
        return all().keySet().stream()
                .filter(page -> page.startsWith(GET))
                .anyMatch(page -> PATTERNS.parse(page.substring(GET.length())).matches(plain));
    }

    private Map<String, HandlerMethod> all() {
        var known = handlers;
        if (known == null) {
            var found = new HashMap<String, HandlerMethod>();
            pages.getObject()
                    .getHandlerMethods()
                    .forEach((mapping, method) -> mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(verb -> mapping.getPatternValues()
                                    .forEach(pattern -> found.put(verb + " " + pattern, method))));
            known = found;
            entries = Menu.entries(pages.getObject().getHandlerMethods().entrySet().stream()
                    .map(one -> new Menu.PageAt(
                            one.getValue(), List.copyOf(one.getKey().getPatternValues()))));
            handlers = known;
        }
        return known;
    }
}
