package org.zhongchuang.ground.menu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
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
    private volatile Map<PathPattern, HandlerMethod> opened = Map.of();

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

    /**
     * Whether the page at an address lets that person in, and shows them the thing that it is about.
     *
     * @param path as it is followed, such as {@code /cases/ZC2017-00007}
     */
    public boolean leads(String path, @Nullable Actor actor) {
        all();
        var plain = PathContainer.parsePath(path);
        return opened.entrySet().stream()
                .filter(page -> page.getKey().matches(plain))
                .min(Map.Entry.comparingByKey())
                .filter(page -> Door.of(page.getValue()).admits(actor))
                .filter(page -> shows(page.getValue(), variables(page.getKey(), plain), actor))
                .isPresent();
    }

    private static Map<String, String> variables(PathPattern page, PathContainer path) {
        return Optional.ofNullable(page.matchAndExtract(path))
                .map(PathPattern.PathMatchInfo::getUriVariables)
                .orElse(Map.of());
    }

    private boolean shows(HandlerMethod page, Map<String, String> named, @Nullable Actor actor) {
        return Stream.of(page.getMethod().getAnnotationsByType(Concerns.class))
                .allMatch(concern -> Stream.of(concern.by())
                        .flatMap(by -> Optional.ofNullable(named.get(by)).stream())
                        .allMatch(thing -> actor != null
                                && Stream.of(concern.deed())
                                        .anyMatch(deed -> reach.may(actor, deed, concern.value(), thing))));
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
        all();
        return opened.keySet().stream().anyMatch(page -> page.matches(plain));
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
            opened = found.entrySet().stream()
                    .filter(page -> page.getKey().startsWith(GET))
                    .collect(Collectors.toMap(
                            page -> PATTERNS.parse(page.getKey().substring(GET.length())), Map.Entry::getValue));
            handlers = known;
        }
        return known;
    }
}
