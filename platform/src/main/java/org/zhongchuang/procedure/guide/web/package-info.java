/** The pages of the guide. */
@NullMarked
package org.zhongchuang.procedure.guide.web;

import org.jspecify.annotations.NullMarked;
