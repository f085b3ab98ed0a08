package org.zhongchuang.ground.kernel;

import org.zhongchuang.engine.Text;

/**
 * Another thing because of which something was refused, for whoever may open it.
 *
 * @param name what it is, and how it stands
 * @param address where it is
 */
public record InTheWay(Text name, String address) {}
