package org.zhongchuang.casework;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.calendar.Waits;

/** Who is asked before somebody files, and told afterwards. */
@Component
class Guards {

    private static final Logger log = LoggerFactory.getLogger(Guards.class);

    private final List<Bar> bars;
    private final List<Watcher> watchers;
    private final TransactionTemplate aside;

    Guards(List<Bar> bars, List<Watcher> watchers, PlatformTransactionManager manager) {
        this.bars = bars;
        this.watchers = watchers;
        this.aside = new TransactionTemplate(manager);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    boolean bar(CaseFile file) {
        return bars.stream().anyMatch(one -> one.bars(file));
    }

    /** Whoever watches never stops a filing: what they could not do now they do with the minute's work. */
    void filed(CaseFile file) {
        for (var watcher : watchers) {
            try {
                aside.executeWithoutResult(_ -> watcher.filed(file));
            } catch (Waits e) {
                log.debug("filing is watched later: waits for {}", e.missing().en());
            } catch (RuntimeException e) {
                log.error("申报时的核对未能完成 / a check at filing could not be done: case {}", file.id(), e);
            }
        }
    }
}
