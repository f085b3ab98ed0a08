package org.zhongchuang.ground.audit;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.zhongchuang.ground.access.Actor;

/** When somebody signed in lately, and when somebody tried to in their name: for their own eyes. */
@Service
public class RecentSignIns {

    private static final String KIND = "sign-in.";
    private static final Set<String> IN = Set.of(
            "sign-in.password",
            "sign-in.passkey",
            "sign-in.demonstration",
            "sign-in.second-factor",
            "sign-in.confirmed");

    private final ActsOnRecord record;
    private final Source source;

    RecentSignIns(ActsOnRecord record, Source source) {
        this.record = record;
        this.source = source;
    }

    /**
     * One of them.
     *
     * @param succeeded whether whoever tried came in, or one step further
     * @param fromHere whether it came from the network address of the present request
     */
    public record SignIn(RecordedAct act, boolean succeeded, boolean fromHere) {}

    /** The latest first. */
    public List<SignIn> of(Actor actor, int most) {
        var here = source.present();
        var acts = Acts.all().stream()
                .map(Act::code)
                .filter(code -> code.startsWith(KIND))
                .toList();
        return record.latest(actor.person(), acts, most).stream()
                .map(one -> new SignIn(
                        one,
                        IN.contains(one.act()),
                        here.filter(one.source()::equals).isPresent()))
                .toList();
    }
}
