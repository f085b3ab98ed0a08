package org.zhongchuang.outside.city;

import java.util.Random;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Fills the demonstration after the makerspaces have been recognised: firms and people in the registers, records of
 * operators, the assessment of the year.
 */
@Component
record Chapters(Registers registers, Chronicle chronicle, MoneyStory money, ObjectProvider<LaterChapter> later) {

    void tell(Random random) {
        registers.fill(random);
        chronicle.fill(random);
        later.orderedStream().forEach(LaterChapter::tell);
        money.end();
    }

    void planSecondYear(Turns turns, long seed) {
        chronicle.planSecondYear(turns, seed);
        later.orderedStream().forEach(chapter -> chapter.plan(turns, seed));
    }
}
