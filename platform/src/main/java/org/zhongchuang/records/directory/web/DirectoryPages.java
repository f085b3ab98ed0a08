package org.zhongchuang.records.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Area;
import org.zhongchuang.engine.Encoding;
import org.zhongchuang.engine.Fact;
import org.zhongchuang.engine.FactProblem;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Shown;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.OpenData;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.directory.Directory;
import org.zhongchuang.records.directory.Directory.Matches;
import org.zhongchuang.records.directory.Directory.Query;
import org.zhongchuang.records.directory.Directory.Related;
import org.zhongchuang.records.directory.Targets;
import org.zhongchuang.records.registry.Attribute;
import org.zhongchuang.records.registry.Register;
import org.zhongchuang.records.registry.Subject;
import org.zhongchuang.records.registry.SubjectId;
import org.zhongchuang.records.registry.SubjectKind;
import org.zhongchuang.records.registry.Subjects;
import org.zhongchuang.records.registry.Subjects.Known;
import org.zhongchuang.records.registry.Vocabulary;

/** The public directory, and the profile of whoever stands in it. */
@Controller
public class DirectoryPages implements OpenData {

    private static final List<Field> FIELDS = List.of(
            Field.of("名称", "Name", "登记的名称。", "As registered."),
            Field.of("代码", "Code", "统一社会信用代码，没有的为空。", "The unified social credit code, where there is one."),
            Field.of("区域", "Area", "所在的县（市、区）。", "The county or district."),
            Field.of("成立日期", "Founded on", "成立或开放的日期，不清楚的为空。", "When it was founded or opened, where that is known."),
            Field.of("现状", "Traits", "今天成立的类型、级别和证书。", "Type, level and certificates that hold today."));

    private final Directory directory;
    private final Subjects subjects;
    private final Register register;
    private final Policies policies;
    private final Targets targets;
    private final Clock clock;

    DirectoryPages(
            Directory directory,
            Subjects subjects,
            Register register,
            Policies policies,
            Targets targets,
            Clock clock) {
        this.targets = targets;
        this.directory = directory;
        this.subjects = subjects;
        this.register = register;
        this.policies = policies;
        this.clock = clock;
    }

    /** What is known of one subject, as far as the reader may know it. */
    public record ProfilePage(
            Subject subject,
            Area area,
            List<Known> known,
            List<Related> related,
            boolean insider,
            List<Known> history,
            Map<String, Fact> facts,
            List<Attribute> vocabulary,
            LocalDate day) {

        /** What it is in words, each once. */
        public List<Text> words() {
            return subject.traits().stream()
                    .map(trait -> Vocabulary.label(vocabulary, trait))
                    .distinct()
                    .toList();
        }

        public Optional<Attribute> attribute(Known one) {
            return vocabulary.stream()
                    .filter(attribute -> attribute.id().equals(one.fact()))
                    .findFirst();
        }

        /** What a finding is about: an attribute of the register, or a fact of the policy. */
        public Text what(Known one) {
            return attribute(one)
                    .map(Attribute::label)
                    .or(() -> Optional.ofNullable(facts.get(one.fact())).map(Fact::label))
                    .orElse(Text.of(one.fact(), one.fact()));
        }

        /** The value of a fact of the policy with its unit; as it was kept where the policy has no such fact now. */
        public Text value(Known one) {
            var fact = facts.get(one.fact());
            try {
                return fact == null
                        ? Text.of(one.value(), one.value())
                        : Shown.of(Encoding.read(fact, one.value()), fact);
            } catch (FactProblem _) {
                return Text.of(one.value(), one.value());
            }
        }
    }

    @GetMapping("/directory")
    @InMenu(
            value = Section.REGISTERS,
            zh = "名录",
            en = "Directory",
            icon = "address-book",
            place = 20,
            often = {
                Role.MARKET_OFFICER,
                Role.TAX_OFFICER,
                Role.DEPARTMENT_REPORTER,
                Role.INVESTOR,
                Role.SERVICE_PROVIDER,
                Role.INSTITUTION
            },
            under = "/spaces")
    @Anyone
    ModelAndView directory(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(name = "trait", required = false) @Nullable List<String> traits,
            @RequestParam(defaultValue = "") String after) {
        var asked = query(kind, q, area, traits, after);
        var matches = asked.words().isEmpty() ? Map.<SubjectKind, Matches>of() : directory.matches(asked);
        // Whoever names no kind is shown the first of which something matches.
        var query = kind.isEmpty()
                ? matches.entrySet().stream()
                        .filter(one -> one.getValue().total() > 0)
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .map(one -> query(one.name(), q, area, traits, after))
                        .orElse(asked)
                : asked;
        var facets = directory.facets(query);
        var listing = directory.list(query, facets);
        var today = LocalDate.now(clock);
        var isFunds = query.kind() == SubjectKind.FUND;
        var shown = listing.rows().stream().map(Subject::id).toList();
        return new ModelAndView(
                "records/directory/directory",
                "page",
                new DirectoryPage(
                        query,
                        listing,
                        facets,
                        policies.current().areas(),
                        subjects.vocabulary(query.kind()),
                        matches,
                        isFunds ? targets.paidIn(shown, today) : Map.of(),
                        isFunds ? Optional.of(targets.funds(today)) : Optional.empty()));
    }

    @Override
    public Dataset dataset() {
        return new Dataset(
                Text.of("名录", "Directory"),
                Text.of(
                        "登记的众创空间、企业、机构、基金；个人只有本人同意公开的。每种一个文件。",
                        "Makerspaces, firms, institutions and funds on the registers; people only if they agreed. A file for each kind."),
                Stream.of(SubjectKind.values())
                        .map(kind -> new Copy(
                                Text.of(
                                        "Excel：" + kind.label().zh(),
                                        "Excel: " + kind.label().en()),
                                "/directory.xlsx?kind=" + kind.name().toLowerCase(Locale.ROOT)))
                        .toList(),
                FIELDS);
    }

    @GetMapping("/directory.xlsx")
    @Anyone
    void export(
            @RequestParam(defaultValue = "space") String kind,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(name = "trait", required = false) @Nullable List<String> traits,
            Language language,
            HttpServletResponse response)
            throws IOException {
        var query = query(kind, q, area, traits, "");
        try (var sheet = Spreadsheet.to(
                response, language, "directory.xlsx", query.kind().label(), Field.names(FIELDS))) {
            var vocabulary = subjects.vocabulary(query.kind());
            directory.export(
                    query,
                    one -> sheet.add(
                            Spreadsheet.text(one.name()),
                            Spreadsheet.text(one.code().orElse("")),
                            sheet.words(policies.current().area(one.area()).name()),
                            Spreadsheet.day(one.founded().orElse(null)),
                            Spreadsheet.text(one.traits().stream()
                                    .map(trait -> sheet.say(Vocabulary.label(vocabulary, trait)))
                                    .collect(Collectors.joining(sheet.say(Text.of("、", ", ")))))));
        }
    }

    /**
     * A profile; {@code day} asks what held on that day, by what is known now. Whoever is not listed is not there for
     * the public.
     */
    @GetMapping("/directory/{id}")
    @Common("The directory is public; the page shows what is not only to whom it concerns.")
    @Anyone
    ModelAndView profile(@PathVariable String id, @RequestParam(defaultValue = "") String day, @Nullable Actor actor) {
        var subject = Typed.id(id, SubjectId::new)
                .flatMap(subjects::find)
                .orElseThrow(() -> Problem.noSuchThing("subject " + id));
        if (subject.mergedInto().isPresent()) {
            return new ModelAndView("redirect:/directory/"
                    + subjects.standingFor(subject.id()).orElseThrow().id());
        }
        var insider = actor != null && isInsider(actor, subject);
        if (!subject.listed() && !insider) {
            throw Problem.noSuchThing("subject " + id);
        }
        var on = Typed.day(day).orElse(LocalDate.now(clock));
        var known = subjects.known(subject.id(), on, clock.instant()).stream()
                .filter(one -> Vocabulary.attribute(subject.kind(), one.fact())
                        .filter(attribute -> attribute.open() || insider)
                        .isPresent())
                .toList();
        return new ModelAndView(
                "records/directory/profile",
                "page",
                new ProfilePage(
                        subject,
                        policies.current().area(subject.area()),
                        known,
                        directory.related(subject.id(), insider),
                        insider,
                        insider ? subjects.history(subject.id()) : List.of(),
                        policies.current().facts(),
                        subjects.vocabulary(subject.kind()),
                        on));
    }

    private boolean isInsider(Actor actor, Subject subject) {
        return register.opens(actor, subject.id());
    }

    private Query query(String kind, String words, String area, @Nullable List<String> traits, String after) {
        var known = SubjectKind.named(kind);
        return new Query(
                known,
                words.strip(),
                policies.current().areas().stream()
                        .map(Area::code)
                        .filter(area::equals)
                        .findFirst()
                        .orElse(null),
                traits == null
                        ? List.of()
                        : traits.stream()
                                .filter(trait -> Stream.of(trait.split("~", -1))
                                        .allMatch(one -> one.contains(":")
                                                && Vocabulary.attribute(known, one.split(":", -1)[0])
                                                        .isPresent()))
                                .toList(),
                after.matches(".+~[0-9a-f-]{36}") ? after : "");
    }
}
