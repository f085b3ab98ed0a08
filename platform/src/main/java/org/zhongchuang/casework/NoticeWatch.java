package org.zhongchuang.casework;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhongchuang.calendar.DueWork;
import org.zhongchuang.casework.CaseFile.Proposal;
import org.zhongchuang.notice.Notices;
import org.zhongchuang.notice.PublicNotice;

/** Moves cases on when their public notice is over, and hears of objections. */
@Service
class NoticeWatch implements DueWork, org.zhongchuang.notice.ObjectionListener {

    private final Desk desk;
    private final CaseFiles files;
    private final Notices notices;
    private final TransactionOperations transactions;

    NoticeWatch(Desk desk, CaseFiles files, Notices notices, TransactionOperations transactions) {
        this.desk = desk;
        this.files = files;
        this.notices = notices;
        this.transactions = transactions;
    }

    /** Each case in a transaction of its own: one that cannot be moved does not hold up the others. */
    @Override
    public void settle() {
        for (var notice : notices.over()) {
            transactions.executeWithoutResult(_ -> end(notice));
        }
    }

    private void end(PublicNotice notice) {
        files.lock(notice.caseFile())
                .filter(file -> file.step() == Step.NOTICE && notices.end(notice.id()))
                .ifPresent(file -> desk.to(file, Step.DECISION, null, null, Act.NOTICE_ENDED, "", Proposal.GRANT));
    }

    @Override
    public Optional<LocalDate> nextDue() {
        return notices.nextEnd().map(last -> last.plusDays(1));
    }

    @Override
    @Transactional
    public void objected(UUID caseFile, LocalDate answerDue) {
        files.lock(caseFile).ifPresent(file -> {
            files.setDue(file, new org.zhongchuang.calendar.WorkingDays.Due(answerDue, false));
            files.touch(file);
            files.record(file.id(), Act.OBJECTION_RECEIVED, null, "", null);
        });
    }
}
