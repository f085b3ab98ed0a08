/** The pages of the guide. */
@NullMarked
package org.zhongchuang.guide.web;

import org.jspecify.annotations.NullMarked;
