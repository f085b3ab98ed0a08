package org.zhongchuang.law.edition;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.law.edition.Entering.Reason;
import org.zhongchuang.law.policy.EnteredDocuments;
import org.zhongchuang.law.policy.EnteredDocuments.Entered;
import org.zhongchuang.law.policy.Library;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.law.policy.ProposalState;
import org.zhongchuang.law.policy.Trial;

/**
 * Enters a document while the city works: one officer hands in its pack, which is read together with all others, and
 * another one approves it. A document that amends another one holds from a day to come; what was decided stays.
 */
@Service
public class EnterDocument {

    private static final int LONGEST = 1_000;

    private final Reach reach;
    private final Library library;
    private final EnteredDocuments documents;
    private final Policies policies;
    private final AuditLog audit;
    private final Clock clock;

    EnterDocument(
            Reach reach, Library library, EnteredDocuments documents, Policies policies, AuditLog audit, Clock clock) {
        this.reach = reach;
        this.library = library;
        this.documents = documents;
        this.policies = policies;
        this.audit = audit;
        this.clock = clock;
    }

    /** Proposes a document by the files of its pack; one with a flaw is not kept. */
    @Transactional
    public Entering propose(Actor actor, FormId form, Map<String, String> files) {
        if (!reach.may(actor, Deed.HANDLE, Thing.PARAMETER)) {
            return Entering.refused(Reason.NOT_YOURS);
        }
        documents.hold();
        if (audit.isDone(actor, form, "policy.enter", files)) {
            return new Entering.Done(form.value());
        }
        return switch (library.tried(files)) {
            case Trial.Wrong wrong -> new Entering.Flawed(wrong);
            case Trial.Fits fits when isTooEarly(fits) -> Entering.refused(Reason.TOO_EARLY);
            case Trial.Fits fits -> {
                if (audit.isFirst(actor, form, "policy.enter", files)) {
                    documents.propose(actor, form.value(), fits, files);
                    audit.record(
                            actor,
                            "policy.enter",
                            fits.own().number(),
                            fits.own().effectiveFrom().toString());
                }
                yield new Entering.Done(form.value());
            }
        };
    }

    private boolean isTooEarly(Trial.Fits document) {
        return document.amendment().isPresent()
                && !document.own().effectiveFrom().isAfter(LocalDate.now(clock));
    }

    /** What a proposed document would make of the others as they stand now. */
    public Trial tried(Entered document) {
        return library.tried(document.id());
    }

    /** A document beside the one that it amends, whatever became of it; empty where it cannot be read any more. */
    public Optional<Trial.Compared> compared(Entered document) {
        return library.compared(document.id());
    }

    /** Lets a document hold, once it has been read again together with all that were entered since. */
    @Transactional
    public Entering approve(Actor actor, UUID id) {
        documents.hold();
        var against = against(actor, id);
        if (against.isPresent()) {
            return Entering.refused(against.get());
        }
        return switch (library.tried(documents.files(id))) {
            case Trial.Wrong wrong -> new Entering.Flawed(wrong);
            case Trial.Fits fits when isTooEarly(fits) -> Entering.refused(Reason.TOO_EARLY);
            case Trial.Fits _ -> {
                var closed = close(actor, id, ProposalState.APPROVED, "policy.enter-approved", "");
                library.keep();
                policies.lookAgain();
                yield closed;
            }
        };
    }

    @Transactional
    public Entering reject(Actor actor, UUID id, String answer) {
        documents.hold();
        var against = against(actor, id);
        if (against.isPresent()) {
            return Entering.refused(against.get());
        }
        var said = answer.strip();
        return said.length() < 2 || said.length() > LONGEST
                ? Entering.refused(Reason.NO_REASON)
                : close(actor, id, ProposalState.REJECTED, "policy.enter-rejected", said);
    }

    private Optional<Reason> against(Actor actor, UUID id) {
        var document = documents.find(id);
        if (document.isEmpty() || !reach.may(actor, Deed.SETTLE, Thing.PARAMETER)) {
            return Optional.of(Reason.NO_SUCH_DOCUMENT);
        }
        if (document.get().proposedBy().equals(actor.person())) {
            return Optional.of(Reason.SAME_PERSON);
        }
        return document.get().isOpen() ? Optional.empty() : Optional.of(Reason.NOT_OPEN);
    }

    /** Takes back a document that one proposed oneself. */
    @Transactional
    public Entering withdraw(Actor actor, UUID id) {
        documents.hold();
        var document = documents.find(id).filter(one -> one.proposedBy().equals(actor.person()));
        if (document.isEmpty() || !reach.may(actor, Deed.HANDLE, Thing.PARAMETER)) {
            return Entering.refused(Reason.NO_SUCH_DOCUMENT);
        }
        return document.get().isOpen()
                ? close(actor, id, ProposalState.WITHDRAWN, "policy.enter-withdrawn", "")
                : Entering.refused(Reason.NOT_OPEN);
    }

    private Entering close(Actor actor, UUID id, ProposalState state, String act, String answer) {
        documents.close(actor, id, state, answer);
        audit.record(actor, act, documents.find(id).orElseThrow().number(), answer);
        return new Entering.Done(id);
    }
}
