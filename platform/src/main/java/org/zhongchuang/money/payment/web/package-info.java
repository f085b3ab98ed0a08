@NullMarked
package org.zhongchuang.money.payment.web;

import org.jspecify.annotations.NullMarked;
