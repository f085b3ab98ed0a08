@NullMarked
package org.zhongchuang.money.recovery.web;

import org.jspecify.annotations.NullMarked;
