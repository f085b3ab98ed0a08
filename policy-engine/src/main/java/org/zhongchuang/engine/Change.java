package org.zhongchuang.engine;

/** One fact that would have to become {@code to}. */
public record Change(String fact, FactValue to) {}
