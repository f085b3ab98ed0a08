@NullMarked
package org.zhongchuang.payment.web;

import org.jspecify.annotations.NullMarked;
