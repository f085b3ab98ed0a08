@NullMarked
package org.zhongchuang.money.offer.web;

import org.jspecify.annotations.NullMarked;
