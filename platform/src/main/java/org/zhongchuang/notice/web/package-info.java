@NullMarked
package org.zhongchuang.notice.web;

import org.jspecify.annotations.NullMarked;
