package org.zhongchuang.procedure.filing;

import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhongchuang.ground.calendar.Waits;
import org.zhongchuang.procedure.casework.Bar;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Handling;
import org.zhongchuang.procedure.casework.Watcher;

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

    /** Files and, when that is kept, tells the watchers of it. */
    Handling watched(Supplier<Handling> filing) {
        var handling = filing.get();
        if (handling instanceof Handling.Done(var file)) {
            tell(file);
        }
        return handling;
    }

    /** Whoever watches never stops a filing: what they could not do now they do with the minute's work. */
    private void tell(CaseFile file) {
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
