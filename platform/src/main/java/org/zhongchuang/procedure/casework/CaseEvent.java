package org.zhongchuang.procedure.casework;

import java.time.Instant;

/** One act on a case, as its readers are told of it. */
public record CaseEvent(Instant at, Act act, String name, String unit, String note) {}
