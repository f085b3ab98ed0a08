package org.zhongchuang.law.edition.web;

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
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.engine.Flaw;
import org.zhongchuang.engine.PackReader;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.shell.LookOver;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.edition.Change;
import org.zhongchuang.law.edition.Changes;
import org.zhongchuang.law.edition.EditionTouches;
import org.zhongchuang.law.edition.EditionTouches.Touched;
import org.zhongchuang.law.edition.EnterDocument;
import org.zhongchuang.law.edition.Entering;
import org.zhongchuang.law.policy.EnteredDocuments;
import org.zhongchuang.law.policy.EnteredDocuments.Entered;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.law.policy.Trial;
import org.zhongchuang.law.policy.Trial.Compared;

/** One document that was handed in: looking at what it would change, and deciding it. */
@Controller
public class DocumentPages {

    private static final String WHOLE_CITY = "A document holds for the whole city.";

    private final EnteredDocuments documents;
    private final EnterDocument entering;
    private final EditionTouches touches;
    private final Policies policies;

    DocumentPages(EnteredDocuments documents, EnterDocument entering, EditionTouches touches, Policies policies) {
        this.documents = documents;
        this.entering = entering;
        this.touches = touches;
        this.policies = policies;
    }

    /**
     * One document and what it changes, or would have changed.
     *
     * @param trial how it goes together with the others; empty where it does not wait any more
     * @param said the document beside the one that it amends; empty where it cannot be read any more
     * @param changes of the document that it amends
     * @param address where it is read once it was approved
     * @param doubts what is worth a second look
     * @param isLookedOver whether its approval is shown once more before it is given
     * @param touched applications that are not decided yet, as far as the reader may see them
     */
    public record OnePage(
            Entered document,
            Optional<Trial> trial,
            Optional<Compared> said,
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
        var said = trial.isPresent() ? fits.map(Trial.Fits::compared) : entering.compared(document);
        var changes = said.flatMap(one ->
                        one.before().map(before -> Changes.between(before, one.after(), policies.isDemonstration())))
                .orElse(List.of());
        return new ModelAndView(
                "law/edition/entered",
                "page",
                new OnePage(
                        document,
                        trial,
                        said,
                        document.state() == ProposalState.APPROVED ? address(document) : "",
                        changes,
                        fits.map(Trial.Fits::doubts).orElse(List.of()),
                        touched(actor, document, fits.map(Trial.Fits::compared), changes),
                        answer,
                        refused,
                        isLookedOver));
    }

    private String address(Entered document) {
        return PackReader.amendment(documents.files(document.id()))
                .map(one -> "/policies/" + one.amends() + "/editions")
                .orElse("/policies/" + document.pack());
    }

    private List<Touched> touched(Actor actor, Entered document, Optional<Compared> fits, List<Change> changes) {
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
