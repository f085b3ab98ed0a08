@org.jspecify.annotations.NullMarked
package org.zhongchuang.engine;
