@NullMarked
package org.zhongchuang.law.reading.web;

import org.jspecify.annotations.NullMarked;
