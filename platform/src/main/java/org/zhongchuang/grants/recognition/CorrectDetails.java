package org.zhongchuang.grants.recognition;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Deed;
import org.zhongchuang.ground.access.Reach;
import org.zhongchuang.ground.access.Thing;
import org.zhongchuang.ground.audit.AuditLog;
import org.zhongchuang.ground.kernel.PlainForm;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.procedure.casework.NamesInCases;
import org.zhongchuang.records.registry.Space;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;

/**
 * Corrects what a makerspace is called and where it lies before it is recognised. Nobody has decided on it yet, so its
 * operator does it alone; what an office has before it stays as it was filed, and a recognition is changed by decision.
 */
@Service
public class CorrectDetails {

    private final Spaces spaces;
    private final RecognisedSpaces recognised;
    private final NamesInCases cases;
    private final Reach reach;
    private final AuditLog audit;

    CorrectDetails(Spaces spaces, RecognisedSpaces recognised, NamesInCases cases, Reach reach, AuditLog audit) {
        this.spaces = spaces;
        this.recognised = recognised;
        this.cases = cases;
        this.reach = reach;
        this.audit = audit;
    }

    /** Whether the actor may correct it, and nothing stands against that. */
    public boolean isOpen(Actor actor, Space space) {
        return reach.may(actor, Deed.KEEP, Thing.SPACE, space.id().value())
                && recognised.standingOf(space.id()).isEmpty()
                && !cases.isWithAnOffice(space.id());
    }

    /** Done once: what is registered so already stays. */
    @Transactional
    public Changing correct(Actor actor, SubjectId id, String typedName, String typedAddress) {
        var name = PlainForm.seen(typedName);
        var address = PlainForm.seen(typedAddress);
        spaces.hold(id);
        var space = spaces.find(id).orElseThrow();
        if (!isOpen(actor, space)) {
            return Changing.refused(Changing.Reason.NOT_NOW);
        }
        if (name.length() < 2 || name.length() > 80) {
            return Changing.refused(Changing.Reason.NO_NAME);
        }
        if (address.length() < 4 || address.length() > 200) {
            return Changing.refused(Changing.Reason.NO_ADDRESS);
        }
        if (spaces.isNameOfAnother(name, space.id())) {
            return Changing.refused(Changing.Reason.NAME_OF_ANOTHER);
        }
        var profile = space.profile();
        if (!name.equals(profile.name()) || !address.equals(profile.address())) {
            spaces.change(space.id(), name, profile.area(), address, space.operator());
            cases.rename(space.id(), name);
            if (cases.isWithAnOffice(space.id())) {
                // It was filed while this went on, with the name that it had.
                throw new Refused(Changing.Reason.NOT_NOW);
            }
            var before = profile.name() + " · " + profile.address();
            audit.record(actor, "space.correct", space.id().toString(), before + " → " + name + " · " + address);
        }
        return new Changing.Done(space.id().value());
    }
}
