@NullMarked
package org.zhongchuang.money.award.web;

import org.jspecify.annotations.NullMarked;
