package org.zhongchuang.procedure.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.file.Storing;
import org.zhongchuang.ground.kernel.Refusal;

/**
 * An objection as officers read it: the objector's name and contact stay sealed.
 *
 * @param checkBy the day by which an officer has looked whether it is one; null for those of before there was such a
 *     look
 * @param matter the open objection of the same sender that it adds to; both have one answer
 */
public record Objection(
        UUID id,
        String receipt,
        String grounds,
        Optional<UUID> file,
        Instant receivedAt,
        @Nullable LocalDate checkBy,
        LocalDate dueOn,
        State state,
        Optional<UUID> matter,
        String reply) {

    /** Whether somebody still has to look at it or answer it. */
    public boolean isOpen() {
        return state == State.RECEIVED || state == State.ADMITTED;
    }

    /** Whether it is looked at and answered by itself, not with an earlier one of the same sender. */
    public boolean isOfItsOwn() {
        return matter.isEmpty();
    }

    /** The day of what comes next: that it is looked at, then that it is answered. */
    public LocalDate nextDue() {
        return state == State.RECEIVED && checkBy != null ? checkBy : dueOn;
    }

    /** Whether the day has passed by which it should have been looked at or answered. */
    public boolean isOverdue(LocalDate today) {
        return isOpen() && nextDue().isBefore(today);
    }

    /** How far an objection is. */
    public enum State {
        RECEIVED("已收到，待核对", "Received, to be looked at"),
        ADMITTED("已受理，待答复", "Admitted, waiting for an answer"),
        DISMISSED("不予受理", "Not admitted"),
        REJECTED("不成立", "Rejected"),
        UPHELD("成立", "Upheld"),
        CLOSED("公示已终止，不再办理", "The notice is over, nothing is left to do");

        private final Text label;

        State(String zh, String en) {
            this.label = Text.of(zh, en);
        }

        public Text label() {
            return label;
        }
    }

    /**
     * Who objected: kept secret from the other side, and read by whoever has to find out whether they can be reached.
     */
    public record Sender(String name, String contact) {}

    /**
     * What somebody who objects hands in.
     *
     * @param request which form this is: the same form sent twice is one objection, with one receipt
     * @param name the real name, or an organisation's name; anonymous objections are not accepted
     * @param file takes in the evidence, if there is any; asked only once everything else is accepted
     */
    public record Submission(
            UUID request,
            String name,
            String contact,
            String grounds,
            @Nullable Supplier<Storing> file) {

        /** What speaks against it, whatever the notice. */
        Optional<Reason> reasonAgainst() {
            if (name.strip().length() < 2 || name.contains("匿名")) {
                return Optional.of(Reason.ANONYMOUS);
            }
            if (name.length() > 200 || contact.length() > 200) {
                return Optional.of(Reason.TOO_LONG_NAME);
            }
            if (contact.strip().length() < 5) {
                return Optional.of(contact.isBlank() ? Reason.NO_CONTACT : Reason.WRONG_CONTACT);
            }
            if (grounds.strip().length() > 4000) {
                return Optional.of(Reason.TOO_LONG);
            }
            return grounds.strip().length() < 10 ? Optional.of(Reason.NO_GROUNDS) : Optional.empty();
        }
    }

    /** What came of objecting. */
    public sealed interface Receipt {

        /** Received under this number, to be looked at by one day and answered by the other. */
        record Received(String number, LocalDate checkBy, LocalDate answerDue) implements Receipt {}

        record Refused(Reason reason) implements Receipt {}

        /** The evidence is no file that is accepted. */
        record FileRejected(Storing.Reason reason) implements Receipt {}
    }

    /** Why an objection is not accepted. */
    public enum Reason implements Refusal {
        NO_SUCH_NOTICE("没有这个公示。", "There is no such notice."),
        TOO_LATE("公示期已过，不再受理异议。", "The notice is over; objections are no longer accepted."),
        ANONYMOUS(
                "请填写真实姓名或单位名称，匿名异议不予受理；您的身份会保密。",
                "Give your real name or that of your organisation; anonymous objections are not accepted. Your identity is kept secret."),
        NO_CONTACT("请填写联系电话或邮箱，以便核实和答复。", "Give a telephone number or e-mail address for verification and reply."),
        WRONG_CONTACT(
                "这不是完整的电话号码或邮箱，请核对，例如 0573-82521234 或 name@example.cn。",
                "That is no whole telephone number or e-mail address; look at it again, such as 0573-82521234 or name@example.cn."),
        TOO_LONG_NAME("名称和联系方式各不超过200个字。", "Name and contact have at most 200 characters each."),
        TOO_LONG(
                "异议内容不超过4000个字，其余请放进证据材料。",
                "The grounds have at most 4,000 characters; put the rest into the evidence."),
        NO_GROUNDS("请写明异议的内容和依据，至少10个字。", "State what you object to and why, in at least ten characters.");

        private final Text text;

        Reason(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        @Override
        public Text text() {
            return text;
        }
    }
}
