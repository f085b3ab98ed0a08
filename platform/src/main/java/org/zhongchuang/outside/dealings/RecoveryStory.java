package org.zhongchuang.outside.dealings;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.money.award.Award;
import org.zhongchuang.money.recovery.Claim;
import org.zhongchuang.money.recovery.Claim.Ground;
import org.zhongchuang.money.recovery.ClaimShares;
import org.zhongchuang.money.recovery.Recovering;
import org.zhongchuang.outside.city.Tale;

/** How money that was paid wrongly comes back: proposed by a county, confirmed by the city, and then as it goes. */
final class RecoveryStory implements Tale {

    /** How it ends. */
    enum End {
        REPAID,
        OFFSET,
        APPEALED,
        DROPPED_AFTER_APPEAL,
        LEFT_PROPOSED;

        /** That of the n-th makerspace; most keep what they were paid. */
        static Optional<End> of(int number) {
            return switch (number) {
                case 3, 13 -> Optional.of(REPAID);
                case 4 -> Optional.of(APPEALED);
                case 6, 8 -> Optional.of(OFFSET);
                case 7 -> Optional.of(DROPPED_AFTER_APPEAL);
                case 9 -> Optional.of(LEFT_PROPOSED);
                default -> Optional.empty();
            };
        }
    }

    private static final UUID NONE = new UUID(0, 0);
    private static final String REASONS = "复核发现部分发票对应的场地未用于众创空间运行，应当收回（演示）。";

    private final RecoveryDesk desk;
    private final ClaimStory story;
    private final End end;
    private UUID claim = NONE;
    private boolean offset;

    RecoveryStory(RecoveryDesk desk, ClaimStory story, End end) {
        this.desk = desk;
        this.story = story;
        this.end = end;
    }

    @Override
    public OptionalInt turn(LocalDate today) {
        if (claim.equals(NONE)) {
            propose();
            return OptionalInt.of(5);
        }
        var now = desk.claims().find(claim).orElseThrow();
        return switch (now.state()) {
            case PROPOSED -> confirm(story.award().orElseThrow(), today);
            case DUE -> collect(now, today);
            case APPEALED -> answer();
            case SETTLED, DROPPED -> OptionalInt.empty();
        };
    }

    /** Once the money has arrived; not before. */
    private void propose() {
        story.award()
                .filter(award -> desk.awards().standing(award.id()).paid().equals(award.fen()))
                .ifPresent(award -> {
                    var fen = end == End.OFFSET
                            ? award.fen()
                            : new Fen(award.fen().value() / 2);
                    var officer = desk.cast().officer(Role.COUNTY_OFFICER, award.area(), 0);
                    claim = done(desk.propose().propose(officer, award.id(), fen, Ground.FACTS, REASONS));
                });
    }

    private OptionalInt confirm(Award award, LocalDate today) {
        if (end == End.LEFT_PROPOSED) {
            return OptionalInt.empty();
        }
        var document = "演示追〔%d〕%s号"
                .formatted(
                        today.getYear(), award.number().substring(award.number().length() - 3));
        done(desk.recoveries().confirm(officer(2), claim, document));
        return OptionalInt.of(4);
    }

    private OptionalInt collect(Claim now, LocalDate today) {
        var due = desk.claims().shares(now).stream()
                .filter(one -> one.due().isPositive())
                .toList();
        return switch (end) {
            case REPAID -> {
                var half = new Fen(now.due().value() / 2).isMoreThan(Fen.ofYuan(10_000));
                due.forEach(one -> repay(one, half ? new Fen(one.due().value() / 2) : one.due(), today));
                yield OptionalInt.of(12);
            }
            case OFFSET -> {
                if (offset) {
                    due.forEach(one -> repay(one, one.due(), today));
                } else {
                    for (var one : due) {
                        offset |= desk.offsets().offset(desk.treasurer(one.payer()), claim) instanceof Recovering.Done;
                    }
                }
                yield OptionalInt.of(offset ? 9 : 1);
            }
            case APPEALED, DROPPED_AFTER_APPEAL -> {
                done(desk.recoveries().appeal(story.claim().applicant(), claim, "发票对应的场地一直用于创业工位，附现场照片和入驻协议，请复核（演示）。"));
                yield OptionalInt.of(7);
            }
            case LEFT_PROPOSED -> OptionalInt.empty();
        };
    }

    private OptionalInt answer() {
        if (end == End.APPEALED) {
            return OptionalInt.empty();
        }
        done(desk.recoveries().answer(officer(3), claim, true, "复核属实，撤销追回（演示）。"));
        return OptionalInt.empty();
    }

    private Actor officer(int number) {
        return desk.cast().officer(Role.CITY_OFFICER, "", number);
    }

    private void repay(ClaimShares.Share share, Fen comes, LocalDate today) {
        var receipt = "HK" + today.toString().replace("-", "");
        done(desk.recoveries().repaid(desk.treasurer(share.payer()), claim, comes, receipt));
    }

    private static UUID done(Recovering recovering) {
        return switch (recovering) {
            case Recovering.Done(var id) -> id;
            case Recovering.Refused refused ->
                throw new IllegalStateException("a recovery of the demonstration: " + refused.reason());
        };
    }
}
