package org.zhongchuang.outside.city;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhongchuang.engine.Audience;
import org.zhongchuang.engine.Ground.Source;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Programme.Step;
import org.zhongchuang.engine.Programme.Use;
import org.zhongchuang.law.policy.Policies;

/** What the city's programmes are for, as its pack says it; the demonstration knows none of them by name. */
@Component
public record Purposes(Policies policies) {

    /** By what a makerspace is recognised, if anybody can file for it. */
    Optional<Programme> recognition() {
        return policies.current()
                .use(Use.RECOGNITION)
                .filter(one -> one.procedure().isPresent());
    }

    /** What can be filed for on a record of that kind. */
    public List<Programme> restingOn(Source source) {
        return filed().filter(one -> one.restsOn(source)).toList();
    }

    /** What operators are paid once. */
    public List<Programme> forOperators() {
        return once(Audience.OPERATOR).toList();
    }

    /** What firms are paid once: what is theirs, and of what graduates can have what grows with the firm. */
    public List<Programme> forFirms() {
        return Stream.concat(once(Audience.FIRM), once(Audience.STUDENT).filter(Purposes::grows))
                .toList();
    }

    /** What graduates are paid once who found something. */
    public List<Programme> forFounders() {
        return once(Audience.STUDENT).filter(one -> !grows(one)).toList();
    }

    /** What firms claim in calls. */
    public List<Programme> inCalls() {
        return filed().filter(one -> one.call() != null && one.beneficiary() == Audience.FIRM)
                .toList();
    }

    /** What money is paid for. */
    List<Programme> paying() {
        return filed().filter(Programme::pays).toList();
    }

    /** The programme in which most offices have a part, if there is one that more than one has. */
    public static Optional<Programme> ofSeveralOffices(List<Programme> programmes) {
        return programmes.stream()
                .max(Comparator.comparingLong(Purposes::offices))
                .filter(one -> offices(one) > 1);
    }

    private static long offices(Programme programme) {
        return programme.filed().steps().stream().map(Step::role).distinct().count();
    }

    private Stream<Programme> once(Audience audience) {
        return filed().filter(one ->
                one.pays() && one.ground() == null && one.call() == null && one.beneficiary() == audience);
    }

    private Stream<Programme> filed() {
        return policies.current().programmes().values().stream()
                .filter(one -> one.procedure().isPresent());
    }

    private static boolean grows(Programme programme) {
        return programme.promises().stream().anyMatch(promise -> promise.rising() != null);
    }
}
