/** How an authority comes to a decision: applications, their review, public notice, advice before them. */
@NullMarked
package org.zhongchuang.procedure;

import org.jspecify.annotations.NullMarked;
