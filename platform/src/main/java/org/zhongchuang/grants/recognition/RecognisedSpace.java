package org.zhongchuang.grants.recognition;

import java.time.LocalDate;
import org.zhongchuang.engine.Text;
import org.zhongchuang.records.registry.SpaceKind;
import org.zhongchuang.records.registry.SubjectId;

/** A row of the public register: these fields and no others are public. */
public record RecognisedSpace(
        String code,
        SubjectId space,
        String name,
        String operatorName,
        SpaceKind kind,
        String area,
        String address,
        LocalDate openedOn,
        String document,
        LocalDate recognisedOn,
        Status status) {

    /** Whether a recognition stands today. */
    public enum Status {
        ACTIVE("有效", "Valid"),
        SUSPENDED("暂停", "Suspended"),
        RECTIFYING("整改中", "Under rectification"),
        REMOVED("已撤销", "Removed"),
        /** Given back by its operator. */
        EXITED("已退出", "Given back");

        private final Text label;

        Status(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        /** Whether the space still counts as recognised. */
        public boolean isStanding() {
            return this != REMOVED && this != EXITED;
        }

        public Text label() {
            return label;
        }
    }

    /** Something that happened to a recognition. */
    public record StatusChange(LocalDate day, Status status, String basis) {}
}
