/** The page of gaps and plans. */
@NullMarked
package org.zhongchuang.growth.web;

import org.jspecify.annotations.NullMarked;
