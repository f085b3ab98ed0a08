package org.zhongchuang.records.registry;

import java.time.LocalDate;
import org.zhongchuang.ground.access.OrganisationId;

/** A makerspace as the registry knows it. */
public record Space(SubjectId id, OrganisationId operator, Profile profile, int version) {

    /** What an operator tells of its space. */
    public record Profile(
            String name,
            SpaceKind kind,
            Builder builder,
            Carrier carrier,
            String area,
            String address,
            LocalDate openedOn,
            String introduction) {}
}
