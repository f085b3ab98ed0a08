@NullMarked
package org.zhongchuang.law.wording.web;

import org.jspecify.annotations.NullMarked;
