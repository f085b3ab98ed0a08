package org.zhongchuang.procedure.amendment.web;

import java.util.List;
import java.util.Map;
import org.zhongchuang.engine.Programme;
import org.zhongchuang.engine.Text;
import org.zhongchuang.law.policy.Tally;
import org.zhongchuang.procedure.amendment.WhatIf;

/** What a proposal would do: to sentences, to cases, to money. */
public record Impact(List<Wording> wordings, Map<Programme, Tally> cases, List<WhatIf.Effect> effects) {

    /** A sentence of a form before and after. */
    public record Wording(Programme programme, Text before, Text after) {}
}
