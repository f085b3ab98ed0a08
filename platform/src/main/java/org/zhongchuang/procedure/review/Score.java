package org.zhongchuang.procedure.review;

import java.util.List;

/** The sum and number of the votes cast: their mean is exact only as a fraction. */
public record Score(int sum, int votes) {

    public static Score of(List<Ballot> ballots) {
        var cast = ballots.stream()
                .filter(ballot -> ballot.state() == Ballot.State.SCORED)
                .toList();
        var sum = cast.stream()
                .mapToInt(ballot -> ballot.total() == null ? 0 : ballot.total())
                .sum();
        return new Score(sum, cast.size());
    }

    public boolean reaches(int passMark) {
        return votes > 0 && sum >= passMark * votes;
    }
}
