@NullMarked
package org.zhongchuang.city.web;

import org.jspecify.annotations.NullMarked;
