package org.zhongchuang.outside.dealings;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.ground.access.Accounts;
import org.zhongchuang.ground.access.Actor;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.ground.kernel.FormId;
import org.zhongchuang.outside.city.LaterChapter;
import org.zhongchuang.outside.city.Stage;
import org.zhongchuang.outside.city.Turns;
import org.zhongchuang.procedure.call.CallId;
import org.zhongchuang.procedure.call.Calling;
import org.zhongchuang.procedure.call.Calling.Reason;
import org.zhongchuang.procedure.call.HoldCall;
import org.zhongchuang.procedure.call.SettleCall;

/** What firms claim in calls, where the policy judges claims together: one that is settled, and one that is open. */
@Component
@Order(4)
class CallStory implements LaterChapter {

    /** How many of the firms with an account claim in a call. */
    private static final int FIRMS = 8;

    /** After how many days an officer looks again whether all claims have been looked through. */
    private static final int LATER = 6;

    private final Stage stage;
    private final ClaimDesk desk;
    private final Accounts accounts;
    private final HoldCall holding;
    private final SettleCall settling;

    CallStory(Stage stage, ClaimDesk desk, Accounts accounts, HoldCall holding, SettleCall settling) {
        this.stage = stage;
        this.desk = desk;
        this.accounts = accounts;
        this.holding = holding;
        this.settling = settling;
    }

    @Override
    public void plan(Turns turns, long seed) {
        for (var programme : stage.purposes().inCalls()) {
            var random = new Random(seed + 3);
            turns.once(day(2, 5, 28), _ -> {
                var call = open(
                        programme,
                        day(2, 6, 3),
                        day(2, 6, 24),
                        "演示批次〔%d〕1号".formatted(day(2, 6, 3).getYear()));
                claims(turns, programme, day(2, 6, 5), 1, random);
                turns.add(day(2, 6, 26), _ -> settle(call));
            });
            turns.once(day(3, 2, 20), _ -> {
                open(
                        programme,
                        day(3, 3, 2),
                        day(3, 4, 30),
                        "演示批次〔%d〕1号".formatted(day(3, 3, 2).getYear()));
                claims(turns, programme, day(3, 3, 4), 3, random);
            });
        }
    }

    private LocalDate day(int year, int month, int day) {
        return stage.times().day(year, month, day);
    }

    private Actor officer() {
        return stage.cast().officer(Role.CITY_OFFICER, "", 0);
    }

    private CallId open(Programme programme, LocalDate opens, LocalDate closes, String document) {
        var opened = holding.open(
                officer(), FormId.fresh(), programme.id(), Optional.of(opens), Optional.of(closes), document);
        return switch (opened) {
            case Calling.Done(var id) -> id;
            case Calling.Refused(var reason) ->
                throw new IllegalStateException("a call of the demonstration: " + reason);
        };
    }

    /** Every so many of the firms claims; what each asks for is that of an approved case, or a little more. */
    private void claims(Turns turns, Programme programme, LocalDate from, int every, Random random) {
        for (int i = 1; i <= FIRMS; i += every) {
            for (var firm : accounts.appointmentsOf("firm%02d".formatted(i))) {
                turns.add(
                        from.plusDays(random.nextInt(8)),
                        new ClaimStory(
                                stage,
                                desk,
                                Claim.byExample(stage, firm, programme, random),
                                i == 2 ? ClaimStory.Fate.ADVISED_AGAINST : ClaimStory.Fate.STRAIGHT,
                                random.nextLong()));
            }
        }
    }

    /** Settles it once all of its claims have been looked through. */
    private OptionalInt settle(CallId call) {
        return switch (settling.settle(officer(), call)) {
            case Calling.Done _ -> OptionalInt.empty();
            case Calling.Refused(var reason) when reason == Reason.UNDER_REVIEW -> OptionalInt.of(LATER);
            case Calling.Refused(var reason) ->
                throw new IllegalStateException("a call of the demonstration: " + reason);
        };
    }
}
