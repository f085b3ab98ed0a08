package org.zhongchuang.records.registry;

import java.time.LocalDate;
import java.util.UUID;

/** A makerspace as the registry knows it. */
public record Space(SubjectId id, UUID operator, Profile profile, int version) {

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
