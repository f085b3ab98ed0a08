package org.zhongchuang.installation.keys;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Keys that do not fit end the start with the sentence that says what to do, not with a stack trace. */
final class KeysFailure extends AbstractFailureAnalyzer<KeysDoNotFit> {

    @Override
    protected FailureAnalysis analyze(Throwable start, KeysDoNotFit cause) {
        return new FailureAnalysis(cause.getMessage(), null, cause);
    }
}
