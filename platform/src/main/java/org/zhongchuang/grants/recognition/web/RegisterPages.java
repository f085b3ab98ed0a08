package org.zhongchuang.grants.recognition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.recognition.CertificateCode;
import org.zhongchuang.grants.recognition.Certificates;
import org.zhongchuang.grants.recognition.RecognisedSpace;
import org.zhongchuang.grants.recognition.RecognisedSpace.StatusChange;
import org.zhongchuang.grants.recognition.RecognisedSpaces;
import org.zhongchuang.grants.recognition.RecognisedSpaces.Count;
import org.zhongchuang.grants.recognition.RecognisedSpaces.Listing;
import org.zhongchuang.grants.recognition.RecognisedSpaces.Query;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Anyone;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Concerns;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.sheet.OpenData;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.ground.shell.SiteAddress;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.procedure.inbox.Cases;
import org.zhongchuang.records.registry.SpaceKind;

/** The public register, a recognised space, and the verification of its certificate. No account needed. */
@Controller
public class RegisterPages implements OpenData {

    private static final Text TITLE = Text.of("众创空间登记册", "Register of makerspaces");
    private static final List<Field> FIELDS = List.of(
            Field.of("证书编号", "Certificate", "可以在“查验证书”里查验。", "It can be verified on this site."),
            Field.of("名称", "Name", "证书上的名称。", "As on the certificate."),
            Field.of("运营机构", "Operator", "运营这个空间的单位。", "Who runs it."),
            Field.of("统一社会信用代码", "Credit code", "运营机构的代码。", "The code of the operator."),
            Field.of("类型", "Type", "城市自己定的类型之一。", "One of the types that the city has."),
            Field.of("区域", "Area", "所在的县（市、区）。", "The county or district."),
            Field.of("地址", "Address", "经营场所。", "Where it is."),
            Field.of("运营日期", "Open since", "开始运营的日期。", "When it opened."),
            Field.of("文号", "Document", "认定文件的文号。", "The number of the decision."),
            Field.of("认定日期", "Recognised on", "认定的日期。", "The day of the decision."),
            Field.of("状态", "State", "今天是有效、整改、暂停还是撤销。", "Whether it stands today."));

    private final RecognisedSpaces spaces;
    private final Certificates certificates;
    private final Policies policies;
    private final Cases cases;
    private final SiteAddress site;

    RegisterPages(
            RecognisedSpaces spaces, Certificates certificates, Policies policies, Cases cases, SiteAddress site) {
        this.site = site;
        this.spaces = spaces;
        this.certificates = certificates;
        this.policies = policies;
        this.cases = cases;
    }

    /** The sentence a recognition rests on, and where to read it. */
    public record Basis(String name, String address) {}

    /** The register: one page of rows and the count by area and kind. */
    public record RegisterPage(
            Basis basis,
            Query query,
            Listing listing,
            List<Area> areas,
            List<SpaceKind> kinds,
            Map<String, Map<String, Long>> counts) {

        public long total() {
            return counts.values().stream()
                    .flatMap(kinds -> kinds.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        }

        public long count(String area, SpaceKind kind) {
            return counts.getOrDefault(area, Map.of()).getOrDefault(kind.name(), 0L);
        }

        public Area area(String code) {
            return areas.stream()
                    .filter(one -> one.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** One recognised space. */
    public record SpacePage(
            Basis basis, RecognisedSpace space, Area area, List<StatusChange> history, boolean mayChange) {}

    /** The answer to a code; {@code space} is null before a code was asked for, or when there is none. */
    public record VerifyPage(
            String asked,
            @Nullable RecognisedSpace space,
            @Nullable Area area,
            List<StatusChange> history,
            String form) {}

    @GetMapping("/register/spaces")
    @InMenu(value = Section.REGISTERS, zh = "众创空间登记册", en = "Register", icon = "list-details", place = 10)
    @Anyone
    ModelAndView register(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String area,
            @RequestParam(defaultValue = "") String after) {
        var query = query(q, kind, area, after);
        var counts = spaces.counts().stream()
                .collect(Collectors.groupingBy(Count::area, Collectors.toMap(Count::kind, Count::number)));
        return new ModelAndView(
                "grants/recognition/register",
                "page",
                new RegisterPage(
                        basis(), query, spaces.list(query), policies.current().areas(), kinds(), counts));
    }

    @Override
    public Dataset dataset() {
        return new Dataset(
                TITLE,
                Text.of("经备案认定的众创空间，每家一行。", "Every recognised makerspace, a row for each."),
                List.of(Copy.of("Excel", "/register/spaces.xlsx")),
                FIELDS);
    }

    @GetMapping("/register/spaces.xlsx")
    @Anyone
    void export(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String area,
            Language language,
            HttpServletResponse response)
            throws IOException {
        try (var sheet = Spreadsheet.to(response, language, "spaces.xlsx", TITLE, Field.names(FIELDS))) {
            spaces.export(
                    query(q, kind, area, ""),
                    (space, operatorCode) -> sheet.add(
                            Spreadsheet.text(space.code()),
                            Spreadsheet.text(space.name()),
                            Spreadsheet.text(space.operatorName()),
                            Spreadsheet.text(operatorCode),
                            sheet.words(space.kind().label()),
                            sheet.words(policies.current().area(space.area()).name()),
                            Spreadsheet.text(space.address()),
                            Spreadsheet.day(space.openedOn()),
                            Spreadsheet.text(space.document()),
                            Spreadsheet.day(space.recognisedOn()),
                            sheet.words(space.status().label())));
        }
    }

    @GetMapping("/register/spaces/{code}")
    @Common("The register of recognised makerspaces is public.")
    @Anyone
    ModelAndView space(@PathVariable String code, @Nullable Actor actor) {
        var space = spaces.find(code).orElseThrow(() -> Problem.noSuchThing("space " + code));
        return new ModelAndView(
                "grants/recognition/space",
                "page",
                new SpacePage(
                        basis(),
                        space,
                        policies.current().area(space.area()),
                        spaces.history(space.code()),
                        actor != null && space.status().isStanding() && spaces.mayAskAnything(actor, space.space())));
    }

    @GetMapping("/verify")
    @InMenu(value = Section.REGISTERS, zh = "查验证书", en = "Verify", icon = "shield-check", place = 30)
    @Anyone
    ModelAndView verify(@RequestParam(defaultValue = "") String code) {
        return code.isBlank()
                ? new ModelAndView(
                        "grants/recognition/verify", "page", new VerifyPage("", null, null, List.of(), form()))
                : verifyCode(code);
    }

    @GetMapping("/verify/{code}")
    @Common("Anybody may check a certificate.")
    @Anyone
    ModelAndView verifyCode(@PathVariable String code) {
        var asked = CertificateCode.of(code);
        var space = spaces.find(code).or(() -> spaces.find(asked));
        return new ModelAndView(
                "grants/recognition/verify",
                "page",
                new VerifyPage(
                        asked,
                        space.orElse(null),
                        space.map(one -> policies.current().area(one.area())).orElse(null),
                        space.map(one -> spaces.history(one.code())).orElse(List.of()),
                        form()));
    }

    @GetMapping("/verify/{code}/certificate.pdf")
    @Common("Anybody may check a certificate.")
    @Anyone
    void certificate(@PathVariable String code, HttpServletResponse response) throws IOException {
        var space = spaces.find(code).orElseThrow(() -> Problem.noSuchThing("certificate " + code));
        response.setContentType("application/pdf");
        response.setHeader("Content-Disposition", "inline; filename=" + space.code() + ".pdf");
        certificates.write(
                space,
                site.of("/verify/" + space.code()),
                basis().name(),
                policies.isDemonstration(),
                response.getOutputStream());
    }

    /** From a case to its certificate. */
    @GetMapping("/cases/{number}/certificate")
    @Concerns(value = Thing.CASE, by = "number")
    @Only
    ModelAndView ofCase(@PathVariable String number, Actor actor) {
        return cases.details(actor, number)
                .flatMap(details -> spaces.ofCase(details.file().id()))
                .map(space -> new ModelAndView("redirect:/verify/" + space.code()))
                .orElseThrow(() -> Problem.noSuchThing("certificate of " + number));
    }

    /** The clause that recognition rests on, and where it is read; the document as a whole where no clause gives it. */
    private Basis basis() {
        var city = policies.current();
        var recognition = city.use(Programme.Use.RECOGNITION);
        var pack = recognition.map(one -> city.home(one.id())).orElse(city);
        var address = "/policies/" + pack.id();
        return recognition
                .map(one -> new Basis(
                        pack.document().number() + " " + one.clauses().getLast(), address + "/clauses/" + one.clause()))
                .orElseGet(() -> new Basis(pack.document().number(), address));
    }

    /** What a code looks like. */
    private String form() {
        var pack = policies.current();
        return "%s%d-XXXX-XXXX-XXXX"
                .formatted(
                        pack.certificatePrefix(),
                        pack.document().effectiveFrom().getYear());
    }

    /** Those of the city, and those of which there are some although the city has them no more. */
    private List<SpaceKind> kinds() {
        var pack = policies.current();
        var kept = spaces.counts().stream().map(Count::kind).sorted().map(name -> SpaceKind.named(pack, name));
        return Stream.concat(SpaceKind.in(pack).stream(), kept).distinct().toList();
    }

    private Query query(String words, String kind, String area, String after) {
        return new Query(
                words.strip(),
                kinds().stream()
                        .filter(one -> one.name().equalsIgnoreCase(kind))
                        .findFirst()
                        .orElse(null),
                Optional.of(area)
                        .filter(code -> policies.current().areas().stream()
                                .anyMatch(one -> one.code().equals(code)))
                        .orElse(null),
                after);
    }
}
