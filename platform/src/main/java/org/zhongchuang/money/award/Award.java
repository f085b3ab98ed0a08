package org.zhongchuang.money.award;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhongchuang.engine.Fen;
import org.zhongchuang.engine.Text;
import org.zhongchuang.ground.access.OrganisationId;
import org.zhongchuang.money.ledger.Account;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.records.registry.SubjectId;

/**
 * What a decision promises in money.
 *
 * @param number that of its case
 * @param shares which treasuries pay how much of it, the leading one first
 * @param computed what the rules came to
 * @param fen what is paid of it
 * @param givenUp why it is less, if it is
 * @param higher the higher award that it matches
 * @param dueOn the last day for paying it
 */
public record Award(
        AwardId id,
        CaseId caseFile,
        String number,
        String programme,
        String clause,
        String edition,
        List<Share> shares,
        int year,
        SubjectId subject,
        String name,
        OrganisationId organisation,
        String area,
        String matter,
        Text occasion,
        Fen computed,
        Fen fen,
        String givenUp,
        Optional<UUID> higher,
        LocalDate decidedOn,
        String document,
        LocalDate dueOn) {

    /** What one treasury, named by its area, pays of it. */
    public record Share(String payer, Fen fen) {}

    /** The area whose treasury pays, or leads where several do. */
    public String payer() {
        return shares.getFirst().payer();
    }

    /** The account of one of its payers. */
    public Account account(Account.Kind kind, String treasury) {
        return new Account(kind, treasury, year, programme, id.toString());
    }

    /**
     * One part of its payment and what it waits for; it may be paid once that is met.
     *
     * @param nth which instalment it is, or is a part of where several treasuries pay it
     * @param payer the area whose treasury pays it
     */
    public record Instalment(
            AwardId award,
            int seq,
            int nth,
            String payer,
            Fen fen,
            LocalDate dueOn,
            String milestone,
            Optional<LocalDate> metOn) {

        public boolean isRipe() {
            return milestone.isEmpty() || metOn.isPresent();
        }
    }

    /** Where its money stands. */
    public record Standing(Fen committed, Fen payable, Fen paid, Fen receivable, Fen returned) {}
}
