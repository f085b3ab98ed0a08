package org.zhongchuang.law.edition.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.InMenu;
import org.zhongchuang.ground.access.InMenu.Section;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.ground.shell.LookOver;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.edition.Change;
import org.zhongchuang.law.edition.Changes;
import org.zhongchuang.law.edition.EditionTouches;
import org.zhongchuang.law.edition.EditionTouches.Touched;
import org.zhongchuang.law.edition.EnterDocument;
import org.zhongchuang.law.edition.Entering;
import org.zhongchuang.law.edition.PackArchive;
import org.zhongchuang.law.policy.EnteredDocuments;
import org.zhongchuang.law.policy.EnteredDocuments.Entered;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.law.policy.Trial;

/** Documents that are entered while the city works: handing one in, looking at what it would change, deciding it. */
@Controller
public class DocumentPages {

    private static final String WHOLE_CITY = "A document holds for the whole city.";

    private final EnteredDocuments documents;
    private final EnterDocument entering;
    private final EditionTouches touches;
    private final Policies policies;

    DocumentPages(
            EnteredDocuments documents, EnterDocument entering, EditionTouches touches, Policies policies) {
        this.documents = documents;
        this.entering = entering;
        this.touches = touches;
        this.policies = policies;
    }

    /**
     * Documents that were handed in, and the form to hand one in.
     *
     * @param open whether only those are shown that wait
     * @param wrong what is wrong with the one that was just sent
     */
    public record ListPage(
            List<Entered> documents,
            boolean open,
            FormId form,
            Trial.@Nullable Wrong wrong,
            @Nullable Text mistake) {}

    /**
     * One document and what it would change.
     *
     * @param changes of the document that it amends
     * @param address where it is read once it was approved
     * @param doubts what is worth a second look
     * @param isLookedOver whether its approval is shown once more before it is given
     * @param touched applications that are not decided yet, as far as the reader may see them
     */
    public record OnePage(
            Entered document,
            Optional<Trial> trial,
            String address,
            List<Change> changes,
            List<Flaw> doubts,
            List<Touched> touched,
            String answer,
            Entering.@Nullable Reason refused,
            boolean isLookedOver) {

        /** How it fits the others; empty where it does not. */
        public Optional<Trial.Fits> fits() {
            return trial.filter(Trial.Fits.class::isInstance).map(Trial.Fits.class::cast);
        }

        /** Why it does not fit; null where it does. */
        public Trial.@Nullable Wrong wrong() {
            return trial.filter(Trial.Wrong.class::isInstance)
                    .map(Trial.Wrong.class::cast)
                    .orElse(null);
        }

        /** What is wrong with the reason for which it is not approved. */
        public @Nullable Text mistake() {
            return refused == Entering.Reason.NO_REASON ? refused.text() : null;
        }
    }

    @GetMapping("/documents")
    @Common(WHOLE_CITY)
    @InMenu(value = Section.POLICY, zh = "文件入库", en = "Documents", icon = "file-text", place = 45)
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.AUDITOR})
    ModelAndView list(@RequestParam(defaultValue = "") String show) {
        return list(show.equals("open"), null, null);
    }

    private ModelAndView list(boolean open, Trial.@Nullable Wrong wrong, @Nullable Text mistake) {
        return new ModelAndView(
                "law/edition/documents",
                "page",
                new ListPage(open ? documents.open() : documents.all(), open, FormId.fresh(), wrong, mistake));
    }

    @PostMapping("/documents")
    @Common(WHOLE_CITY)
    @Only(Role.CITY_OFFICER)
    ModelAndView propose(
            @RequestParam Optional<MultipartFile> file, @RequestParam(defaultValue = "") String request, Actor actor)
            throws IOException {
        if (file.isEmpty() || file.get().isEmpty()) {
            return conflict(list(false, null, Text.of("请先选择政策包（.zip）。", "Choose a policy pack (.zip) first.")));
        }
        return switch (PackArchive.read(file.get().getBytes())) {
            case PackArchive.Content.Refused(var why) -> conflict(list(false, null, why));
            case PackArchive.Content.Files(var texts) ->
                switch (entering.propose(actor, FormId.read(request), texts)) {
                    case Entering.Done(var id) -> new ModelAndView("redirect:/documents/" + id);
                    case Entering.Refused(var reason) -> conflict(list(false, null, reason.text()));
                    case Entering.Flawed(var wrong) -> conflict(list(false, wrong, null));
                };
        };
    }

    @GetMapping("/documents/{id}")
    @Common(WHOLE_CITY)
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.AUDITOR})
    ModelAndView one(@PathVariable UUID id, Actor actor) {
        return one(id, actor, "", null, false);
    }

    private ModelAndView one(
            UUID id, Actor actor, String answer, Entering.@Nullable Reason refused, boolean isLookedOver) {
        var document = documents.find(id).orElseThrow(() -> Problem.noSuchThing("document " + id));
        // What holds already, or never will, is no longer tried.
        var trial = Optional.of(document).filter(Entered::isOpen).map(entering::tried);
        var fits = trial.filter(Trial.Fits.class::isInstance).map(Trial.Fits.class::cast);
        var changes = fits.flatMap(one -> one.before().map(before -> Changes.between(before, one.after(), policies.isDemonstration())))
                .orElse(List.of());
        return new ModelAndView(
                "law/edition/entered",
                "page",
                new OnePage(
                        document,
                        trial,
                        document.state() == ProposalState.APPROVED ? address(document) : "",
                        changes,
                        fits.map(Trial.Fits::doubts).orElse(List.of()),
                        touched(actor, document, fits, changes),
                        answer,
                        refused,
                        isLookedOver));
    }

    private String address(Entered document) {
        return PackReader.amendment(documents.files(document.id()))
                .map(one -> "/policies/" + one.amends() + "/editions")
                .orElse("/policies/" + document.pack());
    }

    private List<Touched> touched(Actor actor, Entered document, Optional<Trial.Fits> fits, List<Change> changes) {
        var programmes = fits.flatMap(
                        one -> one.before().map(before -> Changes.programmes(changes, before, one.after())))
                .orElse(Set.of());
        return programmes.isEmpty() ? List.of() : touches.touched(actor, programmes, document.from());
    }

    @PostMapping("/documents/{id}/approve")
    @Common(WHOLE_CITY)
    @Only(Role.CITY_DECIDER)
    ModelAndView approve(@PathVariable UUID id, @RequestParam(defaultValue = "") String look, Actor actor) {
        return switch (LookOver.read(look)) {
            case CONFIRMED -> after(id, actor, "", entering.approve(actor, id));
            case FIRST -> one(id, actor, "", null, true);
            case LEFT -> one(id, actor, "", null, false);
        };
    }

    @PostMapping("/documents/{id}/reject")
    @Common(WHOLE_CITY)
    @Only(Role.CITY_DECIDER)
    ModelAndView reject(@PathVariable UUID id, @RequestParam(defaultValue = "") String answer, Actor actor) {
        return after(id, actor, answer, entering.reject(actor, id, answer));
    }

    @PostMapping("/documents/{id}/withdraw")
    @Common(WHOLE_CITY)
    @Only(Role.CITY_OFFICER)
    ModelAndView withdraw(@PathVariable UUID id, Actor actor) {
        return after(id, actor, "", entering.withdraw(actor, id));
    }

    private ModelAndView after(UUID id, Actor actor, String answer, Entering entered) {
        return switch (entered) {
            case Entering.Done(var document) -> new ModelAndView("redirect:/documents/" + document + "?saved");
            case Entering.Refused(var reason) -> conflict(one(id, actor, answer, reason, false));
            case Entering.Flawed _ -> conflict(one(id, actor, answer, null, false));
        };
    }

    private static ModelAndView conflict(ModelAndView page) {
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }
}
