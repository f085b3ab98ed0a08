package org.zhongchuang.outside.city;

import java.util.Random;
import org.springframework.stereotype.Component;

/**
 * Fills the demonstration after the makerspaces have been recognised: firms and people in the registers, records of
 * operators, the assessment of the year.
 */
@Component
record Chapters(Registers registers, Chronicle chronicle, AssessmentStory assessment, MoneyStory money) {

    void tell(Random random) {
        registers.fill(random);
        chronicle.fill(random);
        assessment.play(random);
        money.end();
    }
}
