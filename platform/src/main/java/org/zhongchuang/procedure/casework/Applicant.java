package org.zhongchuang.procedure.casework;

import org.zhongchuang.records.registry.SubjectId;

/** Whom an application is for: a makerspace, a firm or a person, as the registers know it. */
public record Applicant(SubjectId subject, String name, String area) {}
