@NullMarked
package org.zhongchuang.procedure.review.web;

import org.jspecify.annotations.NullMarked;
