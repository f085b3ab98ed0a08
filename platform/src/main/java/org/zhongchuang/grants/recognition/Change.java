package org.zhongchuang.grants.recognition;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.PersonId;
import org.zhongchuang.ground.access.Role;
import org.zhongchuang.records.registry.SubjectId;

/**
 * A change of a recognition that somebody asked for and another decides.
 *
 * @param number by which those who asked for it ask after it
 * @param wanted the new name, address, area code or operator, where it is one of these
 * @param without why it was agreed to before the county said what it thinks; empty where the county was heard
 */
public record Change(
        UUID id,
        String number,
        String code,
        String spaceName,
        SubjectId space,
        String area,
        Kind kind,
        String wanted,
        String reason,
        String asker,
        PersonId askedBy,
        Instant askedAt,
        State state,
        Optional<String> document,
        String reply,
        Optional<Opinion> opinion,
        String without) {

    /** What the county of the makerspace thinks of it. */
    public record Opinion(String by, Instant at, String text) {}

    /** What is to change. */
    public enum Kind {
        NAME("变更名称", "Change of name", Role.OPERATOR),
        ADDRESS("变更地址", "Change of address", Role.OPERATOR),
        AREA("变更区域", "Change of area", Role.OPERATOR),
        OPERATOR("变更运营机构", "Change of operator", Role.OPERATOR),
        EXIT("主动退出", "Give it back", Role.OPERATOR),
        SUSPEND("暂停", "Suspend", Role.CITY_OFFICER),
        RECTIFY("责令整改", "Order rectification", Role.CITY_OFFICER),
        RESTORE("恢复", "Restore", Role.CITY_OFFICER),
        REMOVE("撤销认定", "Remove", Role.CITY_OFFICER);

        private final Text label;
        private final Role asker;

        Kind(String zh, String en, Role asker) {
            this.label = Text.of(zh, en);
            this.asker = asker;
        }

        public Text label() {
            return label;
        }

        /** Who may ask for it. */
        public Role asker() {
            return asker;
        }

        /** Whether it needs to be said into what it changes. */
        public boolean isOfDetails() {
            return switch (this) {
                case NAME, ADDRESS, AREA, OPERATOR -> true;
                case EXIT, SUSPEND, RECTIFY, RESTORE, REMOVE -> false;
            };
        }

        /** Whether the makerspace moves, which papers must prove: a lease or a title. */
        public boolean isMove() {
            return this == ADDRESS || this == AREA;
        }
    }

    /** Where it stands. */
    public enum State {
        OPEN("待决定", "Waiting"),
        APPROVED("已同意", "Approved"),
        REJECTED("未同意", "Rejected"),
        WITHDRAWN("已撤回", "Withdrawn");

        private final Text label;

        State(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }
}
