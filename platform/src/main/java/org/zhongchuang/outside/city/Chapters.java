package org.zhongchuang.outside.city;

import java.util.Random;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Fills the demonstration after the makerspaces have been recognised: firms and people in the registers, records of
 * operators, the assessment of the year.
 */
@Component
record Chapters(
        Registers registers,
        Chronicle chronicle,
        AssessmentStory assessment,
        MoneyStory money,
        ObjectProvider<LaterChapter> later) {

    void tell(Random random) {
        registers.fill(random);
        chronicle.fill(random);
        assessment.play();
        money.end();
    }

    void planSecondYear(Turns turns, long seed) {
        chronicle.planSecondYear(turns, seed);
        assessment.planSecondYear(turns);
        later.orderedStream().forEach(chapter -> chapter.plan(turns, seed));
    }
}
