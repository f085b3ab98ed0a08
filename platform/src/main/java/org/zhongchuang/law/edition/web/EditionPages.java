package org.zhongchuang.law.edition.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Amendment;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.edition.Change;
import org.zhongchuang.law.edition.Changes;
import org.zhongchuang.law.edition.EditionTouches;
import org.zhongchuang.law.edition.EditionTouches.Touched;
import org.zhongchuang.law.policy.DatedEdition;
import org.zhongchuang.law.policy.Policies;

/** How a document came to stand as it does: its editions, what each changed, and which applications that touches. */
@Controller
public class EditionPages {

    private final Policies policies;
    private final EditionTouches touches;
    private final Clock clock;

    EditionPages(Policies policies, EditionTouches touches, Clock clock) {
        this.policies = policies;
        this.touches = touches;
        this.clock = clock;
    }

    /**
     * An edition of a document.
     *
     * @param amendment what made it; null for the document as it was published
     * @param state whether it is past, stands today, or is to come
     * @param touched applications that are not decided yet, as far as the reader may see them
     */
    public record Row(
            LocalDate from, @Nullable Amendment amendment, State state, List<Change> changes, List<Touched> touched) {}

    /** How an edition stands to today. */
    public enum State {
        PAST,
        TODAY,
        TO_COME
    }

    /**
     * The editions of a document, the latest first.
     *
     * @param on the day as of which somebody wanted to read it, as it was typed
     * @param mistake why it cannot be read as of that day; null where none was asked for
     */
    public record EditionsPage(
            PolicyPack pack,
            List<Row> rows,
            String on,
            @Nullable Text mistake) {}

    @GetMapping("/policies/{pack}/editions")
    @Common("The policy is public.")
    @Anyone
    ModelAndView editions(@PathVariable String pack, @RequestParam Optional<String> on, @Nullable Actor actor) {
        var document = policies.find(pack).orElseThrow(() -> Problem.noSuchThing("policy " + pack));
        var editions = policies.editionsOf(pack);
        var today = LocalDate.now(clock);
        var rows = new ArrayList<Row>();
        for (var i = 0; i < editions.size(); i++) {
            var one = editions.get(i);
            var isLast = i + 1 == editions.size() || editions.get(i + 1).from().isAfter(today);
            var after = one.edition().pack();
            var before = i == 0 ? after : editions.get(i - 1).edition().pack();
            var changes = Changes.between(before, after, policies.isDemonstration());
            rows.add(new Row(
                    one.from(),
                    one.amendments().isEmpty() ? null : one.amendments().getLast(),
                    one.from().isAfter(today) ? State.TO_COME : isLast ? State.TODAY : State.PAST,
                    changes,
                    touched(one, Changes.programmes(changes, before, after), actor)));
        }
        Collections.reverse(rows);
        return new ModelAndView(
                "law/edition/editions",
                "page",
                new EditionsPage(
                        document,
                        rows,
                        on.orElse(""),
                        on.map(typed -> mistake(document, typed)).orElse(null)));
    }

    private static @Nullable Text mistake(PolicyPack pack, String typed) {
        var day = Typed.day(typed);
        if (day.isEmpty()) {
            return Text.of("请填写一个日期，例如 2018-04-01。", "Write a day, such as 2018-04-01.");
        }
        var first = pack.document().effectiveFrom();
        return day.get().isBefore(first)
                ? Text.of(
                        "那天还没有这份文件（" + Shown.day(first).zh() + "起施行）。",
                        "The document was not there on that day: it holds from "
                                + Shown.day(first).en() + " on.")
                : null;
    }

    private List<Touched> touched(DatedEdition edition, Set<String> programmes, @Nullable Actor actor) {
        return actor == null || programmes.isEmpty() ? List.of() : touches.touched(actor, programmes, edition.from());
    }
}
