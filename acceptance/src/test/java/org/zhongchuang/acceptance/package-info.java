/** The product as its users meet it: the built application, a real browser, every role. */
@NullMarked
package org.zhongchuang.acceptance;

import org.jspecify.annotations.NullMarked;
