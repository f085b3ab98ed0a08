package org.zhongchuang.procedure.review;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhongchuang.engine.Text;
import org.zhongchuang.engine.calendar.WorkingDays;
import org.zhongchuang.ground.calendar.DueWork;
import org.zhongchuang.ground.calendar.OneByOne;
import org.zhongchuang.procedure.casework.Act;
import org.zhongchuang.procedure.casework.CaseFile.Proposal;
import org.zhongchuang.procedure.casework.CaseFiles;
import org.zhongchuang.procedure.casework.CaseId;
import org.zhongchuang.procedure.casework.Desk;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.notice.NoticeEnds;
import org.zhongchuang.procedure.notice.ObjectionListener;
import org.zhongchuang.procedure.notice.PublicNotice;

/** Moves cases on when their public notice is over, and hears of objections. */
@Service
class NoticeWatch implements DueWork, ObjectionListener {

    private final Desk desk;
    private final CaseFiles files;
    private final NoticeEnds notices;
    private final OneByOne oneByOne;

    NoticeWatch(Desk desk, CaseFiles files, NoticeEnds notices, OneByOne oneByOne) {
        this.desk = desk;
        this.files = files;
        this.notices = notices;
        this.oneByOne = oneByOne;
    }

    @Override
    public About about() {
        return new About(
                "notices",
                Text.of("公示期满", "Notices that are over"),
                Text.of(
                        "公示期满且无异议的事项进入决定环节。",
                        "A case whose public notice ended without objection goes on to its decision."));
    }

    /** Each case in a transaction of its own: one that cannot be moved does not hold up the others. */
    @Override
    public void settle() {
        oneByOne.each(notices.over(), this::end);
    }

    private void end(PublicNotice notice) {
        files.lock(new CaseId(notice.caseFile()))
                .filter(file -> file.step() == Step.NOTICE && notices.end(notice.id()))
                .ifPresent(file -> desk.to(file, Step.DECISION, null, null, Act.NOTICE_ENDED, "", Proposal.GRANT));
    }

    /** The next day on which a notice is over or a time limit of some case ends. */
    @Override
    public Optional<LocalDate> nextDue() {
        var ended = notices.nextEnd().map(last -> last.plusDays(1));
        return Stream.of(ended, files.nextDue()).flatMap(Optional::stream).min(LocalDate::compareTo);
    }

    @Override
    @Transactional
    public void objected(UUID caseFile, LocalDate nextDue) {
        files.lock(new CaseId(caseFile)).ifPresent(file -> {
            files.setDue(file, new WorkingDays.Due(nextDue, false));
            files.touch(file);
            files.record(file.id(), Act.OBJECTION_RECEIVED, null, "", null);
        });
    }
}
