package org.zhongchuang.outside.city;

import java.util.Random;
import org.springframework.stereotype.Component;

/** What is told once the stories of recognition are: who there is, what was written down, how the year was assessed. */
@Component
record Chapters(Registers registers, Chronicle chronicle, AssessmentStory assessment, MoneyStory money) {

    void tell(Random random) {
        registers.fill(random);
        chronicle.fill(random);
        assessment.play(random);
        money.end();
    }
}
