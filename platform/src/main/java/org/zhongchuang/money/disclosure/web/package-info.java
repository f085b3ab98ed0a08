@NullMarked
package org.zhongchuang.money.disclosure.web;

import org.jspecify.annotations.NullMarked;
