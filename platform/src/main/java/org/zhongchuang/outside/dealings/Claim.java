package org.zhongchuang.outside.dealings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.outside.city.Examples.Example;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.filing.Costs.Invoice;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What somebody of the demonstration claims, and what they and the offices will say of it.
 *
 * @param subject whom it is for; empty for whom the applicant acts as
 * @param matter the ground; empty for the first one that is open
 * @param begun a draft or a case that exists already; empty for one that is still to be begun
 * @param answers what the applicant says
 * @param found what the offices establish, whichever has to
 * @param cityPays whether the city pays where the document leaves it open, or the county
 * @param milestone what the second half waits for; empty where all is paid at once
 */
record Claim(
        Actor applicant,
        String programme,
        Optional<SubjectId> subject,
        String matter,
        Optional<CaseId> begun,
        Map<String, String> answers,
        List<Invoice> invoices,
        Map<String, String> found,
        boolean cityPays,
        String milestone) {

    /** One that needs nothing but its ground. */
    static Claim of(Actor applicant, String programme, Optional<SubjectId> subject) {
        return new Claim(applicant, programme, subject, "", Optional.empty(), Map.of(), List.of(), Map.of(), true, "");
    }

    /** One by a firm or a person. */
    static Claim byThemselves(
            Actor applicant, String programme, Map<String, String> answers, Map<String, String> found) {
        return new Claim(
                applicant, programme, Optional.empty(), "", Optional.empty(), answers, List.of(), found, true, "");
    }

    /**
     * One by somebody who may have it: what they say and the offices find is that of an approved case, or a little
     * more.
     */
    static Claim byExample(Stage stage, Actor applicant, Programme programme, Random random) {
        var example = stage.examples().of(programme, stage.times().day(3, 1, 1), random);
        return byThemselves(
                applicant,
                programme.id(),
                example.map(Example::said).orElse(Map.of()),
                example.map(Example::found).orElse(Map.of()));
    }

    /** The same, for a case that is under way. */
    Claim from(CaseId id) {
        return new Claim(
                applicant, programme, subject, matter, Optional.of(id), answers, invoices, found, cityPays, milestone);
    }

    /** The same, on that ground and with these invoices. */
    Claim on(String ground, List<Invoice> paid, Map<String, String> said) {
        return new Claim(applicant, programme, subject, ground, begun, said, paid, found, cityPays, milestone);
    }

    /** The same, paid by the county of the seat. */
    Claim byCounty() {
        return new Claim(applicant, programme, subject, matter, begun, answers, invoices, found, false, milestone);
    }

    /** The same, with what the offices establish, its second half waiting for something. */
    Claim inHalves(Map<String, String> establishes, String waitsFor) {
        return new Claim(applicant, programme, subject, matter, begun, answers, invoices, establishes, true, waitsFor);
    }
}
