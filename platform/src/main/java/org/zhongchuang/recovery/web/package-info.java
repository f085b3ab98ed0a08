@NullMarked
package org.zhongchuang.recovery.web;

import org.jspecify.annotations.NullMarked;
