@NullMarked
package org.zhongchuang.outside.administration.web;

import org.jspecify.annotations.NullMarked;
