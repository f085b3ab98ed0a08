@NullMarked
package org.zhongchuang.outside.city.web;

import org.jspecify.annotations.NullMarked;
