@NullMarked
package org.zhongchuang.registry;

import org.jspecify.annotations.NullMarked;
