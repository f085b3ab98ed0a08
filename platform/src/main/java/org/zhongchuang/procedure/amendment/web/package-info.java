/** The parameter desk and the what-if page. */
@NullMarked
package org.zhongchuang.procedure.amendment.web;

import org.jspecify.annotations.NullMarked;
