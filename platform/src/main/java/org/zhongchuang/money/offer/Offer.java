package org.zhongchuang.money.offer;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What the city found out somebody may have.
 *
 * @param facts the data it rests on, by fact
 * @param source where they stand, in Chinese
 * @param number of the case that an acceptance has opened
 */
public record Offer(
        UUID id,
        String programme,
        SubjectId subject,
        String name,
        String area,
        String matter,
        Text occasion,
        Fen fen,
        Map<String, String> facts,
        String source,
        State state,
        LocalDate foundOn,
        Optional<String> number) {

    /** How far an offer is. */
    public enum State {
        OPEN("待确认", "Waits for an answer"),
        ACCEPTED("已同意", "Accepted"),
        DECLINED("已放弃", "Declined"),
        LAPSED("已失效", "Lapsed");

        private final Text label;

        State(String zh, String en) {
            label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }
}
