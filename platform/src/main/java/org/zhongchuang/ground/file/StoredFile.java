package org.zhongchuang.ground.file;

import java.util.UUID;

/** A file as it was handed in. {@code name} is what its sender called it; it is shown, never used as a path. */
public record StoredFile(UUID id, String sha256, String name, MediaKind kind, long bytes) {}
