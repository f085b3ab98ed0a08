package org.zhongchuang.ground.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What each role may do with each kind of thing, and by which tie: the one place where this is written.
 *
 * <p>What is not written is not allowed. The switch has no default, so that a new role does not compile before somebody
 * has said what it may.
 */
final class Rights {

    private final Map<Thing, Map<Deed, Set<Tie>>> ties = new EnumMap<>(Thing.class);

    /** Everybody may see and keep what is their own in the register. */
    private Rights() {
        own(Thing.SUBJECT);
    }

    static Rights of(Role role) {
        return switch (role) {
            case OPERATOR ->
                new Rights()
                        .own(
                                Thing.SPACE,
                                Thing.CASE,
                                Thing.AWARD,
                                Thing.RECOVERY,
                                Thing.EVENT,
                                Thing.OFFER,
                                Thing.CHANGE,
                                Thing.ASSESSED,
                                Thing.BANK_ACCOUNT);
            case FIRM, FOUNDER ->
                new Rights().own(Thing.CASE, Thing.AWARD, Thing.RECOVERY, Thing.OFFER, Thing.BANK_ACCOUNT);
            case COUNTY_OFFICER ->
                new Rights()
                        .see(
                                Tie.AREA,
                                Thing.SPACE,
                                Thing.SUBJECT,
                                Thing.PAIR,
                                Thing.MERGE,
                                Thing.CASE,
                                Thing.AWARD,
                                Thing.RECOVERY,
                                Thing.HIGHER_AWARD,
                                Thing.EVENT,
                                Thing.OFFER,
                                Thing.WARNING,
                                Thing.CHANGE,
                                Thing.ASSESSED)
                        .see(Tie.OFFICE, Thing.OBJECTION)
                        .see(Tie.AREA, Thing.BALLOT)
                        .handle(
                                Tie.AREA,
                                Thing.CHANGE,
                                Thing.SUBJECT,
                                Thing.PAIR,
                                Thing.MERGE,
                                Thing.CASE,
                                Thing.AWARD,
                                Thing.RECOVERY,
                                Thing.WARNING)
                        .settle(Tie.AREA, Thing.SUBJECT);
            case CITY_OFFICER ->
                new Rights()
                        .see(
                                Tie.CITY,
                                Thing.SPACE,
                                Thing.SUBJECT,
                                Thing.PAIR,
                                Thing.MERGE,
                                Thing.CASE,
                                Thing.OBJECTION,
                                Thing.BALLOT,
                                Thing.AWARD,
                                Thing.RECOVERY,
                                Thing.HIGHER_AWARD,
                                Thing.EVENT,
                                Thing.OFFER,
                                Thing.WARNING,
                                Thing.CHANGE,
                                Thing.ROUND,
                                Thing.ASSESSED,
                                Thing.BOOKS,
                                Thing.PARAMETER)
                        .handle(
                                Tie.CITY,
                                Thing.SPACE,
                                Thing.SUBJECT,
                                Thing.PAIR,
                                Thing.MERGE,
                                Thing.CASE,
                                Thing.AWARD,
                                Thing.RECOVERY,
                                Thing.HIGHER_AWARD,
                                Thing.WARNING,
                                Thing.ROUND,
                                Thing.ASSESSED,
                                Thing.PARAMETER)
                        .settle(Tie.CITY, Thing.HIGHER_AWARD, Thing.SUBJECT);
            case CITY_DECIDER ->
                new Rights()
                        .see(
                                Tie.CITY,
                                Thing.SPACE,
                                Thing.SUBJECT,
                                Thing.CASE,
                                Thing.OBJECTION,
                                Thing.BALLOT,
                                Thing.AWARD,
                                Thing.OFFER,
                                Thing.WARNING,
                                Thing.CHANGE,
                                Thing.ROUND,
                                Thing.ASSESSED,
                                Thing.BOOKS,
                                Thing.PARAMETER)
                        .handle(Tie.CITY, Thing.CASE)
                        .settle(Tie.CITY, Thing.CHANGE, Thing.ROUND, Thing.PARAMETER);
            case EXPERT -> new Rights().see(Tie.SEAT, Thing.CASE, Thing.SEAT).handle(Tie.SEAT, Thing.CASE, Thing.SEAT);
            case LEADING_GROUP_OFFICE ->
                new Rights()
                        .see(
                                Tie.CITY,
                                Thing.CASE,
                                Thing.BALLOT,
                                Thing.AWARD,
                                Thing.OFFER,
                                Thing.BOOKS,
                                Thing.PARAMETER);
            case FINANCE_OFFICER ->
                new Rights()
                        .see(
                                Tie.AREA,
                                Thing.CASE,
                                Thing.BALLOT,
                                Thing.WARNING,
                                Thing.OFFER,
                                Thing.HIGHER_AWARD,
                                Thing.EVENT,
                                Thing.BANK_ACCOUNT)
                        .see(Tie.PAYER, Thing.AWARD, Thing.RECOVERY, Thing.BATCH, Thing.BOOKS)
                        .see(
                                Tie.WHOLE_CITY,
                                Thing.CASE,
                                Thing.BALLOT,
                                Thing.WARNING,
                                Thing.OFFER,
                                Thing.HIGHER_AWARD,
                                Thing.EVENT,
                                Thing.BANK_ACCOUNT,
                                Thing.AWARD,
                                Thing.RECOVERY,
                                Thing.BOOKS)
                        .see(Tie.CITY, Thing.PARAMETER)
                        .handle(Tie.AREA, Thing.WARNING, Thing.HIGHER_AWARD, Thing.BANK_ACCOUNT)
                        .handle(Tie.WHOLE_CITY, Thing.WARNING, Thing.HIGHER_AWARD, Thing.BANK_ACCOUNT)
                        .handle(Tie.PAYER, Thing.AWARD, Thing.RECOVERY, Thing.BATCH, Thing.BOOKS)
                        .settle(Tie.PAYER, Thing.RECOVERY);
            case LABOUR_OFFICER ->
                new Rights()
                        .see(Tie.OFFICE, Thing.CASE, Thing.OBJECTION, Thing.BALLOT, Thing.AWARD, Thing.WARNING)
                        .handle(Tie.OFFICE, Thing.CASE, Thing.WARNING);
            case EDUCATION_OFFICER,
                    TAX_OFFICER,
                    MARKET_OFFICER,
                    DEPARTMENT_REPORTER,
                    INVESTOR,
                    SERVICE_PROVIDER,
                    INSTITUTION ->
                // A school, a bank or another office does one part of a case and sees it while it does, and afterwards.
                new Rights().see(Tie.TURN, Thing.CASE).see(Tie.PART, Thing.CASE).handle(Tie.TURN, Thing.CASE);
            case AUDITOR ->
                new Rights()
                        .see(
                                Tie.CITY,
                                Thing.SPACE,
                                Thing.SUBJECT,
                                Thing.CASE,
                                Thing.OBJECTION,
                                Thing.BALLOT,
                                Thing.AWARD,
                                Thing.RECOVERY,
                                Thing.HIGHER_AWARD,
                                Thing.EVENT,
                                Thing.OFFER,
                                Thing.WARNING,
                                Thing.CHANGE,
                                Thing.ROUND,
                                Thing.ASSESSED,
                                Thing.BANK_ACCOUNT,
                                Thing.BATCH,
                                Thing.BOOKS,
                                Thing.PARAMETER);
            case ADMINISTRATOR ->
                // Which account acts for which entry of the register, and nothing else of it.
                new Rights().settle(Tie.CITY, Thing.SUBJECT);
            case RESEARCHER, MENTOR -> new Rights();
        };
    }

    /** The ties of which each is enough. */
    Set<Tie> ties(Deed deed, Thing thing) {
        return ties.getOrDefault(thing, Map.of()).getOrDefault(deed, Set.of());
    }

    private Rights own(Thing... things) {
        return add(Deed.SEE, Tie.OWNER, things).add(Deed.KEEP, Tie.OWNER, things);
    }

    private Rights see(Tie tie, Thing... things) {
        return add(Deed.SEE, tie, things);
    }

    private Rights handle(Tie tie, Thing... things) {
        return add(Deed.HANDLE, tie, things);
    }

    private Rights settle(Tie tie, Thing... things) {
        return add(Deed.SETTLE, tie, things);
    }

    private Rights add(Deed deed, Tie tie, Thing... things) {
        for (var thing : things) {
            ties.computeIfAbsent(thing, _ -> new EnumMap<>(Deed.class))
                    .computeIfAbsent(deed, _ -> EnumSet.noneOf(Tie.class))
                    .add(tie);
        }
        return this;
    }
}
