package org.zhongchuang.procedure.inbox;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.Amounts;
import org.zhongchuang.procedure.casework.CaseEvent;
import org.zhongchuang.procedure.casework.CaseFacts;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.CaseRules;
import org.zhongchuang.procedure.casework.Paper;
import org.zhongchuang.procedure.review.Ballot;

/** Puts together what a case has gathered, as far as its reader may see it. */
@Component
class Dossiers {

    private final CaseFiles files;
    private final CaseRecords records;
    private final CaseFacts facts;
    private final CaseRules rules;
    private final WhomItIsAbout whom;
    private final Amounts amounts;

    Dossiers(
            CaseFiles files,
            CaseRecords records,
            CaseFacts facts,
            CaseRules rules,
            WhomItIsAbout whom,
            Amounts amounts) {
        this.files = files;
        this.records = records;
        this.facts = facts;
        this.rules = rules;
        this.whom = whom;
        this.amounts = amounts;
    }

    /** Which votes of experts a reader sees. */
    enum Votes {
        ALL,
        OWN,
        WITHOUT_NAMES,
        NONE
    }

    /**
     * Who reads, and when.
     *
     * @param partOnly whether they take one part in a case, as a school or a bank does, and see no other
     */
    record Reader(Actor actor, boolean partOnly, Votes votes, LocalDate today) {}

    CaseDetails of(Reader reader, CaseFile file) {
        var visible = visibleFacts(reader, file);
        var on = file.filedOn() == null ? reader.today() : file.filedOn();
        var record = records.of(file);
        var partial = reader.partOnly();
        return new CaseDetails(
                file,
                rules.programme(file),
                whom.space(file),
                whom.hired(reader.actor(), file),
                visible,
                rules.judge(file, on, visible),
                partial ? List.of() : record.papers(),
                record.defects(),
                files.events(file.id()).stream()
                        .map(event -> masked(reader, event))
                        .toList(),
                record.visit(),
                visible(reader, record.ballots()),
                record.meeting(),
                record.notice(),
                record.deciding(),
                partial ? List.of() : record.submission().invoices(),
                partial ? List.of() : record.submission().differences(),
                partial ? Optional.empty() : amounts.of(file),
                partial ? List.of() : amounts.split(file),
                partial ? Optional.empty() : amounts.less(file));
    }

    Optional<Paper> paper(CaseId id, UUID paper) {
        return records.paper(id, paper);
    }

    private Map<String, String> visibleFacts(Reader reader, CaseFile file) {
        var visible = new HashMap<>(facts.answers(file.id()));
        if (reader.partOnly()) {
            var own = reader.actor().role().word();
            var vocabulary = rules.of(file).facts();
            visible.keySet()
                    .removeIf(id -> !vocabulary.containsKey(id)
                            || !vocabulary.get(id).by().equals(own));
        }
        return visible;
    }

    /** Who does not see the votes reads what experts did, never who they are. */
    private static CaseEvent masked(Reader reader, CaseEvent event) {
        var byExpert = event.act() == Act.EXPERT_SCORED || event.act() == Act.EXPERT_RECUSED;
        return byExpert && reader.votes() != Votes.ALL
                ? new CaseEvent(event.at(), event.act(), "评审专家", "评审专家", "")
                : event;
    }

    /** An expert sees only their own vote; an applicant sees votes without names once the matter is decided. */
    private static List<Ballot> visible(Reader reader, List<Ballot> ballots) {
        return switch (reader.votes()) {
            case ALL -> ballots;
            case OWN ->
                ballots.stream()
                        .filter(ballot -> ballot.expert().equals(reader.actor().person()))
                        .toList();
            case WITHOUT_NAMES ->
                ballots.stream()
                        .filter(ballot -> ballot.state() == Ballot.State.SCORED)
                        .map(ballot -> new Ballot(
                                new PersonId(new UUID(0, 0)),
                                "",
                                ballot.state(),
                                ballot.scores(),
                                ballot.total(),
                                ballot.comment()))
                        .toList();
            case NONE -> List.of();
        };
    }
}
