package org.zhongchuang.procedure.review;

import java.time.LocalDate;

/** The meeting that a case was brought to, and what it resolved. */
public record Meeting(LocalDate day, String minutes, String resolution) {}
