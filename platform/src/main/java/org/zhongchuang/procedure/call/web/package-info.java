/** The pages of calls. */
@NullMarked
package org.zhongchuang.procedure.call.web;

import org.jspecify.annotations.NullMarked;
