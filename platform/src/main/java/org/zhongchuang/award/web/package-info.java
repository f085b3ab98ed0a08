@NullMarked
package org.zhongchuang.award.web;

import org.jspecify.annotations.NullMarked;
