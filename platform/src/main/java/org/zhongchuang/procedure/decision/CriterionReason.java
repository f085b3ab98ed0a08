package org.zhongchuang.procedure.decision;

/** Why one criterion was judged not to hold. */
public record CriterionReason(String criterion, String reason) {}
