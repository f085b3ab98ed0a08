package org.zhongchuang.law.edition.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Language;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.kernel.Typed;
import org.zhongchuang.ground.sheet.Spreadsheet;
import org.zhongchuang.law.edition.EnterDocument;
import org.zhongchuang.law.edition.Entering;
import org.zhongchuang.law.edition.PackArchive;
import org.zhongchuang.law.policy.EnteredDocuments;
import org.zhongchuang.law.policy.EnteredDocuments.Listing;
import org.zhongchuang.law.policy.EnteredDocuments.Query;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.law.policy.Trial;

/** Documents that are entered while the city works: those that were, and handing one in. */
@Controller
public class DocumentListPages {

    private static final String WHOLE_CITY = "A document holds for the whole city.";
    private static final int PAGE = 50;
    private static final int MOST_EXPORTED = 10_000;
    private static final Query EVERYTHING = new Query("", Optional.empty(), Optional.empty());

    private final EnteredDocuments documents;
    private final EnterDocument entering;
    private final Clock clock;

    DocumentListPages(EnteredDocuments documents, EnterDocument entering, Clock clock) {
        this.documents = documents;
        this.entering = entering;
        this.clock = clock;
    }

    /**
     * Documents that were handed in, as far as they were asked for, and the form to hand one in.
     *
     * @param wrong what is wrong with the one that was just sent
     */
    public record ListPage(
            Query query,
            Listing listing,
            FormId form,
            Trial.@Nullable Wrong wrong,
            @Nullable Text mistake) {

        public boolean isOpen() {
            return query.state().filter(ProposalState.OPEN::equals).isPresent();
        }

        public boolean isFiltered() {
            return query.state().isPresent() || !query.words().isEmpty();
        }

        /** The filters as they stand in the address. */
        public String filters() {
            return "state=%s&q=%s"
                    .formatted(
                            query.state()
                                    .map(one -> one.name().toLowerCase(Locale.ROOT))
                                    .orElse(""),
                            URLEncoder.encode(query.words(), UTF_8));
        }
    }

    @GetMapping("/documents")
    @Common(WHOLE_CITY)
    @InMenu(value = Section.POLICY, zh = "文件入库", en = "Documents", icon = "file-text", place = 45)
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.AUDITOR})
    ModelAndView list(@RequestParam Map<String, String> asked) {
        return list(query(asked), null, null);
    }

    private ModelAndView list(Query query, Trial.@Nullable Wrong wrong, @Nullable Text mistake) {
        return new ModelAndView(
                "law/edition/documents",
                "page",
                new ListPage(query, documents.list(query, PAGE), FormId.fresh(), wrong, mistake));
    }

    /** What stands in the address; a state that there is not narrows nothing. */
    private static Query query(Map<String, String> asked) {
        return new Query(
                Typed.text(asked, "q"),
                Typed.choice(ProposalState.class, Typed.text(asked, "state")),
                Typed.id(Typed.text(asked, "after")));
    }

    @GetMapping("/documents.xlsx")
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.AUDITOR})
    void export(@RequestParam Map<String, String> asked, Language language, HttpServletResponse response)
            throws IOException {
        var query = query(asked);
        var columns = List.of(
                Text.of("文号", "Number"),
                Text.of("标题", "Title"),
                Text.of("政策包", "Pack"),
                Text.of("自何日施行", "Holds from"),
                Text.of("状态", "State"),
                Text.of("提出人", "Proposed by"),
                Text.of("提出时间", "Proposed at"),
                Text.of("办结人", "Decided by"),
                Text.of("办结时间", "Decided at"),
                Text.of("理由", "Reason"));
        var all = documents.list(new Query(query.words(), query.state(), Optional.empty()), MOST_EXPORTED);
        try (var sheet = Spreadsheet.to(response, language, "documents.xlsx", Text.of("文件入库", "Documents"), columns)) {
            for (var one : all.documents()) {
                sheet.add(
                        Spreadsheet.text(one.number()),
                        sheet.words(one.title()),
                        Spreadsheet.text(one.pack()),
                        Spreadsheet.day(one.from()),
                        sheet.words(one.state().label()),
                        Spreadsheet.text(one.proposer()),
                        moment(one.proposedAt()),
                        Spreadsheet.text(one.decider().orElse("")),
                        one.decidedAt().map(this::moment).orElse(Spreadsheet.text("")),
                        Spreadsheet.text(one.answer()));
            }
        }
    }

    private Spreadsheet.Cell moment(Instant at) {
        return Spreadsheet.moment(LocalDateTime.ofInstant(at, clock.getZone()).truncatedTo(ChronoUnit.SECONDS));
    }

    @PostMapping("/documents")
    @Common(WHOLE_CITY)
    @Only(Role.CITY_OFFICER)
    ModelAndView propose(
            @RequestParam Optional<MultipartFile> file, @RequestParam(defaultValue = "") String request, Actor actor)
            throws IOException {
        if (file.isEmpty() || file.get().isEmpty()) {
            return conflict(list(EVERYTHING, null, Text.of("请先选择政策包（.zip）。", "Choose a policy pack (.zip) first.")));
        }
        return switch (PackArchive.read(file.get().getBytes())) {
            case PackArchive.Content.Refused(var why) -> conflict(list(EVERYTHING, null, why));
            case PackArchive.Content.Files(var texts) ->
                switch (entering.propose(actor, FormId.read(request), texts)) {
                    case Entering.Done(var id) -> new ModelAndView("redirect:/documents/" + id);
                    case Entering.Refused(var reason) -> conflict(list(EVERYTHING, null, reason.text()));
                    case Entering.Flawed(var wrong) -> conflict(list(EVERYTHING, wrong, null));
                };
        };
    }

    private static ModelAndView conflict(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
