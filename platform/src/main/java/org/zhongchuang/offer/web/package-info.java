@NullMarked
package org.zhongchuang.offer.web;

import org.jspecify.annotations.NullMarked;
