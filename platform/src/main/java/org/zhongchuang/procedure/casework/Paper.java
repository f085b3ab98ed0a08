package org.zhongchuang.procedure.casework;

import java.time.Instant;
import java.util.UUID;

/** A file that was handed in for a case, and as which of the papers that its programme asks for. */
public record Paper(UUID id, String evidence, UUID file, String name, long bytes, Instant addedAt) {}
