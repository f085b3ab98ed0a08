package org.zhongchuang.procedure.casework;

import java.util.UUID;

/** Whom an application is for: a makerspace, a firm or a person, as the registers know it. */
public record Applicant(UUID subject, String name, String area) {}
