/** The page of gaps and plans. */
@NullMarked
package org.zhongchuang.grants.growth.web;

import org.jspecify.annotations.NullMarked;
