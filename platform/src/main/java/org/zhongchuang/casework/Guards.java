package org.zhongchuang.casework;

import java.util.List;
import org.springframework.stereotype.Component;

/** Who is asked before somebody files, and told afterwards. */
@Component
record Guards(List<Bar> bars, List<Watcher> watchers) {

    boolean bar(CaseFile file) {
        return bars.stream().anyMatch(one -> one.bars(file));
    }

    void filed(CaseFile file) {
        watchers.forEach(one -> one.filed(file));
    }
}
