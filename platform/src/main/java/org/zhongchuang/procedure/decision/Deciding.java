package org.zhongchuang.procedure.decision;

import java.util.Optional;

/** What there is about the decision of a case: the hearing before a refusal, the decision, its delivery. */
public record Deciding(Optional<Hearing> hearing, Optional<Decision> decision, Optional<Delivery> delivery) {}
