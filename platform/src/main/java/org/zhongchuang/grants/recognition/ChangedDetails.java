package org.zhongchuang.grants.recognition;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Text;
import org.zhongchuang.grants.recognition.Change.Kind;
import org.zhongchuang.grants.recognition.Changing.Reason;
import org.zhongchuang.grants.recognition.RecognisedSpace.Status;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.kernel.Refused;
import org.zhongchuang.law.policy.Policies;
import org.zhongchuang.records.registry.Spaces;
import org.zhongchuang.records.registry.SubjectId;

/** Name, address, area and operator of a recognised space. */
@Component
class ChangedDetails {

    private final JdbcClient jdbc;
    private final RecognisedSpaces recognised;
    private final StatusChanges statuses;
    private final Spaces spaces;
    private final Accounts accounts;
    private final Policies policies;

    ChangedDetails(
            JdbcClient jdbc,
            RecognisedSpaces recognised,
            StatusChanges statuses,
            Spaces spaces,
            Accounts accounts,
            Policies policies) {
        this.jdbc = jdbc;
        this.recognised = recognised;
        this.statuses = statuses;
        this.spaces = spaces;
        this.accounts = accounts;
        this.policies = policies;
    }

    /** Why what is wanted cannot be. */
    Optional<Reason> unfit(Kind kind, String wanted, RecognisedSpace recognition) {
        var status = recognition.status();
        if (isSoAlready(kind, wanted, recognition)) {
            return Optional.of(Reason.SO_ALREADY);
        }
        return switch (kind) {
            case NAME, ADDRESS ->
                wanted.length() < 2 || wanted.length() > 80
                        ? Optional.of(Reason.NOTHING_WANTED)
                        : isNameOfAnother(kind, wanted, recognition.space())
                                ? Optional.of(Reason.NAME_OF_ANOTHER)
                                : Optional.empty();
            case AREA ->
                policies.current().areas().stream()
                                .noneMatch(area -> area.code().equals(wanted) && area.parent() != null)
                        ? Optional.of(Reason.NO_SUCH_AREA)
                        : Optional.empty();
            case OPERATOR ->
                accounts.organisationNamed(wanted).isEmpty() ? Optional.of(Reason.NO_SUCH_OPERATOR) : Optional.empty();
            case RESTORE -> status == Status.ACTIVE ? Optional.of(Reason.NOT_NOW) : Optional.empty();
            case SUSPEND -> status == Status.SUSPENDED ? Optional.of(Reason.NOT_NOW) : Optional.empty();
            case RECTIFY -> status == Status.RECTIFYING ? Optional.of(Reason.NOT_NOW) : Optional.empty();
            case EXIT, REMOVE -> Optional.empty();
        };
    }

    private boolean isNameOfAnother(Kind kind, String wanted, SubjectId space) {
        return kind == Kind.NAME && spaces.isNameOfAnother(wanted, space);
    }

    private boolean isSoAlready(Kind kind, String wanted, RecognisedSpace recognition) {
        var space = spaces.find(recognition.space()).orElseThrow();
        return switch (kind) {
            case NAME -> wanted.equals(space.profile().name());
            case ADDRESS -> wanted.equals(space.profile().address());
            case AREA -> wanted.equals(space.profile().area());
            case OPERATOR ->
                accounts.organisationNamed(wanted)
                        .filter(space.operator()::equals)
                        .isPresent();
            case RESTORE, SUSPEND, RECTIFY, EXIT, REMOVE -> false;
        };
    }

    /** What is registered before a change and what after it, as the record of acts writes it. */
    String told(Change change) {
        var before = change.kind() == Kind.AREA
                ? spaces.find(change.space()).orElseThrow().profile().area()
                : present(change).zh();
        return before.isEmpty() ? "" : before + " → " + change.wanted();
    }

    /** What stands in the register today of what a request would change, in words; empty where it changes no detail. */
    Text present(Change change) {
        var space = spaces.find(change.space()).orElseThrow();
        var profile = space.profile();
        return switch (change.kind()) {
            case NAME -> Text.of(profile.name(), profile.name());
            case ADDRESS -> Text.of(profile.address(), profile.address());
            case AREA -> policies.current().area(profile.area()).name();
            case OPERATOR -> {
                var operator = recognised.find(change.code()).orElseThrow().operatorName();
                yield Text.of(operator, operator);
            }
            case RESTORE, SUSPEND, RECTIFY, EXIT, REMOVE -> Text.of("", "");
        };
    }

    /** Changes what was wanted, in the register of spaces and in that of recognitions. */
    void change(Change change, String basis) {
        var before = present(change);
        var space = spaces.find(change.space()).orElseThrow();
        if (isNameOfAnother(change.kind(), change.wanted(), space.id())) {
            throw new Refused(Reason.NAME_OF_ANOTHER);
        }
        var profile = space.profile();
        var operator = change.kind() == Kind.OPERATOR
                ? accounts.organisationNamed(change.wanted()).orElseThrow()
                : space.operator();
        var name = change.kind() == Kind.NAME ? change.wanted() : profile.name();
        var address = change.kind() == Kind.ADDRESS ? change.wanted() : profile.address();
        var area = change.kind() == Kind.AREA ? change.wanted() : profile.area();
        spaces.change(space.id(), name, area, address, operator);
        jdbc.sql("""
                        update recognition.recognised_space
                           set name = :name, area = :area, address = :address, operator = :operator,
                               operator_name = (select o.name from access.public_organisation o where o.id = :operator)
                         where code = :code
                        """)
                .param("name", name)
                .param("area", area)
                .param("address", address)
                .param("operator", operator.value())
                .param("code", change.code())
                .update();
        var status = recognised.find(change.code()).orElseThrow().status();
        var after = change.kind() == Kind.AREA
                ? policies.current().area(change.wanted()).name().zh()
                : change.wanted();
        statuses.note(change.code(), status, basis + "，" + before.zh() + " → " + after);
    }
}
