@NullMarked
package org.zhongchuang.administration.web;

import org.jspecify.annotations.NullMarked;
