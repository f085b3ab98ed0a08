package org.zhongchuang.procedure.amendment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Common;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Only;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.shell.Problem;
import org.zhongchuang.law.edition.EnterDocument;
import org.zhongchuang.law.policy.EnteredDocuments;
import org.zhongchuang.law.policy.EnteredDocuments.Entered;
import org.zhongchuang.law.policy.Trial;
import org.zhongchuang.procedure.amendment.WhatIfDocument;
import org.zhongchuang.procedure.amendment.WhatIfDocument.Affected;

/** What a document that waits for approval would do: cost, winners and losers, by county, for each programme. */
@Controller
public class DocumentEffectPages {

    private final Reach reach;
    private final EnteredDocuments documents;
    private final EnterDocument entering;
    private final WhatIfDocument whatIf;

    DocumentEffectPages(Reach reach, EnteredDocuments documents, EnterDocument entering, WhatIfDocument whatIf) {
        this.reach = reach;
        this.documents = documents;
        this.entering = entering;
        this.whatIf = whatIf;
    }

    /**
     * One document with what it would do.
     *
     * @param on the day on which everybody is judged; null where the document does not wait, or does not fit the others
     */
    public record EffectsPage(Entered document, @Nullable LocalDate on, List<Affected> affected) {}

    @GetMapping("/documents/{id}/what-if")
    @Common("A document holds for the whole city.")
    @Only({Role.CITY_OFFICER, Role.CITY_DECIDER, Role.LEADING_GROUP_OFFICE, Role.AUDITOR})
    ModelAndView whatIf(@PathVariable UUID id, Actor actor) {
        var document = documents.find(id).orElseThrow(() -> Problem.noSuchThing("document " + id));
        if (!document.isOpen() || !(entering.tried(document) instanceof Trial.Fits fits)) {
            return show(new EffectsPage(document, null, List.of()));
        }
        // Who has no part in values for the whole city sees what a change does at home.
        var own = !reach.may(actor, Deed.SEE, Thing.PARAMETER);
        return show(new EffectsPage(
                document, whatIf.day(fits), whatIf.affected(fits, area -> !own || area.equals(actor.area()))));
    }

    private static ModelAndView show(EffectsPage page) {
        return new ModelAndView("procedure/amendment/document-effects", "page", page);
    }
}
