package org.zhongchuang.grants.panel;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhongchuang.engine.IndicatorSet.Indicator;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.kernel.PlainForm;

/**
 * The form of a ballot: what is filled in of it, or was cast, and what is wrong with it.
 *
 * @param indicators what is to be scored
 * @param typed what is filled in
 * @param cast what was cast before
 */
public record BallotForm(List<Indicator> indicators, Map<String, String> typed, Optional<Ballot> cast) {

    /** How the fields of scores begin. */
    private static final String SCORE = "score-";

    private static final String COMMENT = "comment";

    /** The most that the indicators can bring together. */
    public int most() {
        return indicators.stream().mapToInt(Indicator::points).sum();
    }

    public String comment() {
        return typed.getOrDefault(COMMENT, cast.map(Ballot::comment).orElse(""));
    }

    public String value(Indicator indicator) {
        return typed.getOrDefault(
                SCORE + indicator.id(),
                cast.map(ballot -> ballot.scores().get(indicator.id()))
                        .map(BigDecimal::toPlainString)
                        .orElse(""));
    }

    /** The scores that are filled in; empty where one is no number. */
    public Map<String, BigDecimal> scores() {
        return Ballot.read(typed, SCORE).orElse(Map.of());
    }

    public boolean isWhole() {
        return Ballot.fits(indicators, scores());
    }

    /** What is wrong with the score of an indicator. */
    public Optional<Text> wrong(Indicator indicator) {
        var field = SCORE + indicator.id();
        var text = PlainForm.narrow(typed.getOrDefault(field, "")).strip();
        if (text.isEmpty()) {
            return Optional.of(Text.of("这一项还没有评分。", "This has no score yet."));
        }
        var read = Ballot.read(Map.of(field, text), SCORE);
        return read.isPresent() && Ballot.fits(List.of(indicator), read.get())
                ? Optional.empty()
                : Optional.of(Text.of(
                        "请写0到" + indicator.points() + "之间的数，最多两位小数。",
                        "Write a number from 0 to " + indicator.points() + " with at most two decimals."));
    }

    /** What is filled in of the ballot, and nothing else that was sent with it. */
    public Map<String, String> kept() {
        var kept = new HashMap<>(typed);
        kept.keySet().removeIf(field -> !field.startsWith(SCORE) && !field.equals(COMMENT));
        return kept;
    }
}
