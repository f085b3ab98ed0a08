@NullMarked
package org.zhongchuang.money.standstill.web;

import org.jspecify.annotations.NullMarked;
