package org.zhongchuang.ground.desk;

import java.time.Instant;
import org.zhongchuang.engine.Text;

/**
 * Something that happened.
 *
 * @param what in one sentence, with the name of what it happened to
 * @param address where it can be read
 */
public record News(Instant at, Text what, String address) {}
