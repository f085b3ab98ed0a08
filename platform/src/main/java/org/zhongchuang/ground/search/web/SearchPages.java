package org.zhongchuang.ground.search.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.search.Hits;
import org.zhongchuang.ground.search.Search;
import org.zhongchuang.ground.search.Words;

/** The one search: a page of its own, and what a window over any page shows while somebody types. */
@Controller
public class SearchPages {

    private static final int AS_TYPED = 4;
    private static final int ON_THE_PAGE = 20;

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    /**
     * What was looked for and what was found.
     *
     * @param most how many of one kind are shown at most
     */
    public record SearchPage(Words words, List<Hits> found, int most) {

        public SearchPage {
            found = List.copyOf(found);
        }
    }

    @GetMapping("/search")
    @Anyone
    ModelAndView search(@RequestParam(defaultValue = "") String q, @Nullable Actor actor) {
        return show("ground/search/search", q, actor, ON_THE_PAGE);
    }

    /** The part of a page that is read again while somebody types. */
    @GetMapping("/search/as-typed")
    @Anyone
    ModelAndView asTyped(@RequestParam(defaultValue = "") String q, @Nullable Actor actor) {
        return show("ground/search/found", q, actor, AS_TYPED);
    }

    private ModelAndView show(String template, String typed, @Nullable Actor actor, int most) {
        var words = Words.of(typed);
        return new ModelAndView(template, "page", new SearchPage(words, search.find(words, actor, most), most));
    }
}
