package org.zhongchuang.procedure.worklist;

import java.util.Optional;
import org.zhongchuang.engine.PolicyPack;
import org.zhongchuang.engine.Text;
import org.zhongchuang.procedure.casework.CaseFile;
import org.zhongchuang.procedure.casework.Step;
import org.zhongchuang.procedure.notice.PublicNotice;

/**
 * A case in a list.
 *
 * @param handler the name of whoever has taken it on
 * @param hired the graduate for whom it claims, as far as its reader is told
 * @param notice of a case at its public notice, how far that is: still to be published, running, or held up
 */
public record Listed(CaseFile file, Optional<String> handler, Optional<String> hired, Optional<Text> notice) {

    private static final Text TO_PUBLISH = Text.of("待发布", "to be published");

    Listed(CaseFile file, Optional<String> handler) {
        this(file, handler, Optional.empty(), Optional.empty());
    }

    Listed claimingFor(Optional<String> graduate) {
        return new Listed(file, handler, graduate, notice);
    }

    /** The same with its notice, if one is going on. */
    Listed atNotice(Optional<PublicNotice.State> state) {
        return new Listed(
                file,
                handler,
                hired,
                Optional.of(state.map(PublicNotice.State::label).orElse(TO_PUBLISH))
                        .filter(_ -> file.step() == Step.NOTICE));
    }

    /** The step it stands at; at the public notice also how far that is. */
    public Text stepName(PolicyPack pack) {
        var step = file.stepName(pack);
        return notice.map(far -> Text.of(step.zh() + "：" + far.zh(), step.en() + ": " + far.en()))
                .orElse(step);
    }
}
