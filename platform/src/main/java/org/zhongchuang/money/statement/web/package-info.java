@NullMarked
package org.zhongchuang.money.statement.web;

import org.jspecify.annotations.NullMarked;
