package org.zhongchuang.grants.recognition.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.recognition.AskForChange;
import org.zhongchuang.grants.recognition.Change;
import org.zhongchuang.grants.recognition.ChangePapers.Sent;
import org.zhongchuang.grants.recognition.Changing;
import org.zhongchuang.grants.recognition.Operators;
import org.zhongchuang.grants.recognition.Opinions;
import org.zhongchuang.grants.recognition.RecognisedSpace;
import org.zhongchuang.grants.recognition.RecognisedSpaces;
import org.zhongchuang.grants.recognition.Standing;
import org.zhongchuang.grants.recognition.TenantsAffected;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.SubjectId;

/** Asking for a change of a recognition or its end: a form for each thing that can be asked for. */
@Controller
public class AskPages {

    private final AskForChange asking;
    private final Standing standing;
    private final RecognisedSpaces recognised;
    private final Operators operators;
    private final TenantsAffected affected;
    private final Heard heard;

    AskPages(
            AskForChange asking,
            Standing standing,
            RecognisedSpaces recognised,
            Operators operators,
            TenantsAffected affected,
            Heard heard) {
        this.asking = asking;
        this.standing = standing;
        this.recognised = recognised;
        this.operators = operators;
        this.affected = affected;
        this.heard = heard;
    }

    /** What the policy says of changes: its areas, and whether a county is heard. */
    @Component
    record Heard(Policies policies, Opinions opinions) {}

    /**
     * What can be asked of one recognition, with the form of what was chosen.
     *
     * @param details where its name and address are corrected while it is not recognised
     * @param space empty while it is not recognised
     * @param kind what was chosen; null before
     * @param words by which a new operator is looked for
     * @param operators those found
     * @param mistakes what is wrong, by field
     * @param general why it was refused, where no field is to blame
     * @param asked the request that was made or taken back just now; null where there is none
     * @param asksCounty whether the county is heard before the city decides
     * @param awaited those of the earlier requests that wait for the opinion of the county
     */
    public record AskPage(
            PolicyPack pack,
            String details,
            Optional<RecognisedSpace> space,
            List<Change.Kind> kinds,
            Change.@Nullable Kind kind,
            List<Change> past,
            List<Text> touched,
            String wanted,
            String reason,
            String words,
            List<String> operators,
            Map<String, Text> mistakes,
            Changing.@Nullable Reason general,
            @Nullable Change asked,
            boolean asksCounty,
            Set<UUID> awaited) {

        /** Whether the reader may take a request back: it is not decided and theirs to ask for. */
        public boolean mayWithdraw(Change change) {
            return change.state() == Change.State.OPEN && kinds.contains(change.kind());
        }

        public @Nullable Text mistake(String field) {
            return mistakes.get(field);
        }
    }

    /** What was chosen and typed. */
    private record Asked(
            Change.@Nullable Kind kind, String wanted, String reason, String words, Optional<UUID> change) {

        Asked(Change.@Nullable Kind kind, String wanted, String reason, String words) {
            this(kind, wanted, reason, words, Optional.empty());
        }
    }

    @GetMapping("/spaces/{id}/change")
    @Concerns(
            value = Thing.SPACE,
            deed = {Deed.KEEP, Deed.HANDLE},
            by = "id")
    @Only({Role.OPERATOR, Role.CITY_OFFICER})
    ModelAndView form(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String asked,
            Actor actor) {
        var chosen = Typed.choice(Change.Kind.class, kind).orElse(null);
        return form(id, actor, new Asked(chosen, "", "", q, Typed.id(asked)), Map.of(), null);
    }

    private ModelAndView form(
            String id, Actor actor, Asked asked, Map<String, Text> mistakes, Changing.@Nullable Reason general) {
        var space = Typed.id(id, SubjectId::new).flatMap(recognised::standingOf);
        var kinds = Stream.of(Change.Kind.values())
                .filter(kind -> space.filter(one -> recognised.mayAsk(actor, kind, one.space()))
                        .isPresent())
                .toList();
        var past = space.map(one -> standing.of(one.code())).orElse(List.of());
        return new ModelAndView(
                "grants/recognition/ask",
                "page",
                new AskPage(
                        heard.policies().current(),
                        "/spaces/" + id + "/details",
                        space,
                        kinds,
                        kinds.contains(asked.kind()) ? asked.kind() : null,
                        past,
                        space.map(one -> affected.by(one.space())).orElse(List.of()),
                        asked.wanted(),
                        asked.reason(),
                        asked.words(),
                        asked.kind() == Change.Kind.OPERATOR ? operators.named(asked.words()) : List.of(),
                        mistakes,
                        general,
                        past.stream()
                                .filter(one ->
                                        asked.change().filter(one.id()::equals).isPresent())
                                .findFirst()
                                .orElse(null),
                        heard.opinions().areAsked(),
                        past.stream()
                                .filter(heard.opinions()::areAwaitedOn)
                                .map(Change::id)
                                .collect(Collectors.toSet())));
    }

    @PostMapping("/spaces/{id}/change")
    @Concerns(
            value = Thing.SPACE,
            deed = {Deed.KEEP, Deed.HANDLE},
            by = "id")
    @Only({Role.OPERATOR, Role.CITY_OFFICER})
    ModelAndView ask(
            @PathVariable String id,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> files,
            Actor actor) {
        var code = Typed.id(id, SubjectId::new)
                .flatMap(recognised::standingOf)
                .map(RecognisedSpace::code)
                .orElse("");
        var kind = Typed.choice(Change.Kind.class, typed.getOrDefault("kind", ""));
        var asked = new Asked(
                kind.orElse(null),
                typed.getOrDefault("wanted", ""),
                typed.getOrDefault("reason", ""),
                typed.getOrDefault("q", ""));
        var came = kind.map(one -> asking.ask(actor, code, one, asked.wanted(), asked.reason(), sent(files)))
                .orElse(Changing.refused(Changing.Reason.NOT_A_CHANGE));
        return switch (came) {
            case Changing.Done(var change) -> new ModelAndView("redirect:/spaces/" + id + "/change?asked=" + change);
            case Changing.NotStored(var why) -> form(id, actor, asked, Map.of("file", why.text()), null);
            case Changing.Refused(var why) when why.field().isEmpty() -> form(id, actor, asked, Map.of(), why);
            case Changing.Refused(var why) -> form(id, actor, asked, Map.of(why.field(), why.text()), null);
        };
    }

    /** Takes a request back before it is decided. */
    @PostMapping("/spaces/{id}/change/withdraw")
    @Concerns(
            value = Thing.SPACE,
            deed = {Deed.KEEP, Deed.HANDLE},
            by = "id",
            parts = "change")
    @Only({Role.OPERATOR, Role.CITY_OFFICER})
    ModelAndView withdraw(@PathVariable String id, @RequestParam(defaultValue = "") String change, Actor actor) {
        var space = Typed.id(id, SubjectId::new).flatMap(recognised::standingOf);
        var came = space.flatMap(one -> Typed.id(change).map(request -> asking.withdraw(actor, one, request)))
                .orElse(Changing.refused(Changing.Reason.NO_SUCH_CHANGE));
        return came instanceof Changing.Refused(var why)
                ? form(id, actor, new Asked(null, "", "", ""), Map.of(), why)
                : new ModelAndView("redirect:/spaces/" + id + "/change?asked=" + change);
    }

    private static List<Sent> sent(@Nullable List<MultipartFile> files) {
        var sent = new ArrayList<Sent>();
        for (var file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                try {
                    sent.add(new Sent(
                            Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getInputStream()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return sent;
    }
}
