package org.zhongchuang.law.policy;

import org.zhongchuang.engine.Text;

/** What has become of something that one officer proposed and another decides: a value, or a document. */
public enum ProposalState {
    OPEN("待审批", "waiting for approval"),
    APPROVED("已批准", "approved"),
    REJECTED("未批准", "rejected"),
    WITHDRAWN("已撤回", "withdrawn");

    private final Text label;

    ProposalState(String zh, String en) {
        label = Text.of(zh, en);
    }

    public Text label() {
        return label;
    }
}
