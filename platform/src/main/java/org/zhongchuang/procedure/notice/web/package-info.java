@NullMarked
package org.zhongchuang.procedure.notice.web;

import org.jspecify.annotations.NullMarked;
