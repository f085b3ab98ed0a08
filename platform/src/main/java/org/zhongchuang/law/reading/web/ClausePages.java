package org.zhongchuang.law.reading.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Clause;
import org.zhongchuang.engine.CodeList;
import org.zhongchuang.engine.Parameter;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.edition.ChangesToCome;
import org.zhongchuang.law.edition.ChangesToCome.ToCome;
import org.zhongchuang.law.policy.ClauseDoors;
import org.zhongchuang.law.policy.OfficialTexts;
import org.zhongchuang.law.policy.Tallies;
import org.zhongchuang.law.policy.Tally;
import org.zhongchuang.law.policy.WordingNotes;

/** One clause of the live document with everything that hangs on it. */
@Controller
public class ClausePages {

    private final ReadingDay reading;
    private final OfficialTexts texts;
    private final WordingNotes notes;
    private final Tallies tallies;
    private final List<ClauseDoors> doors;
    private final ChangesToCome changes;

    ClausePages(
            ReadingDay reading,
            OfficialTexts texts,
            WordingNotes notes,
            Tallies tallies,
            List<ClauseDoors> doors,
            ChangesToCome changes) {
        this.reading = reading;
        this.texts = texts;
        this.notes = notes;
        this.tallies = tallies;
        this.doors = doors;
        this.changes = changes;
    }

    /** One programme with what has come of it. */
    public record Offer(Programme programme, Tally tally) {}

    /** A parameter with its value of the day, and the next one that is set. */
    public record Setting(Parameter parameter, Parameter.@Nullable Value today, Parameter.@Nullable Value next) {}

    /** A list with its codes of the day. */
    public record ListOfDay(CodeList list, CodeList.@Nullable Value today) {}

    /**
     * One clause.
     *
     * @param on the day as of which, where that is not today
     * @param toCome amendments that will change it; none where another day than today is read
     */
    public record ClausePage(
            PolicyPack pack,
            @Nullable LocalDate on,
            Clause clause,
            Optional<String> wording,
            WordingNotes.@Nullable Note note,
            List<ToCome> toCome,
            List<Offer> offers,
            List<ClauseDoors.Door> doors,
            List<Setting> settings,
            List<ListOfDay> lists,
            @Nullable Clause before,
            @Nullable Clause after) {}

    @GetMapping("/policies/{pack}/clauses/{id}")
    @Common("The policy is public.")
    @Anyone
    ModelAndView clause(@PathVariable String pack, @PathVariable String id, @RequestParam Optional<String> on) {
        return reading.of(pack, on)
                .map(read -> new ModelAndView("law/policy/clause", "page", page(read, id)))
                .orElseGet(() -> ReadingDay.otherDay(pack, on));
    }

    private ClausePage page(ReadingDay.Read read, String id) {
        var policy = read.policy();
        var clauses = policy.clauses();
        var at = clauses.stream().map(Clause::id).toList().indexOf(id);
        if (at < 0) {
            throw Problem.noSuchThing("clause " + id);
        }
        return new ClausePage(
                policy,
                read.on(),
                clauses.get(at),
                Optional.ofNullable(texts.wordings(policy).get(id)),
                notes.of(policy).orElse(null),
                read.on() == null
                        ? changes.of(policy.id()).stream()
                                .filter(one -> one.changesClause(id))
                                .toList()
                        : List.of(),
                policy.programmesOn(id).stream()
                        .map(programme -> new Offer(programme, tallies.of(programme.id())))
                        .toList(),
                doors.stream()
                        .flatMap(one -> one.doorsOf(policy, clauses.get(at)))
                        .toList(),
                policy.parametersOn(id).stream()
                        .map(parameter -> setting(parameter, read.day()))
                        .toList(),
                policy.lists().values().stream()
                        .filter(list -> list.isOf(id))
                        .map(list -> new ListOfDay(
                                list,
                                list.on(read.day(), reading.policies().isDemonstration())
                                        .orElse(null)))
                        .toList(),
                at > 0 ? clauses.get(at - 1) : null,
                at + 1 < clauses.size() ? clauses.get(at + 1) : null);
    }

    private Setting setting(Parameter parameter, LocalDate day) {
        var demonstration = reading.policies().isDemonstration();
        return new Setting(
                parameter,
                parameter.on(day, demonstration).orElse(null),
                parameter.values().stream()
                        .filter(value -> value.from().isAfter(day))
                        .filter(value -> demonstration || value.standing() != Parameter.Standing.DEMONSTRATION)
                        .findFirst()
                        .orElse(null));
    }
}
