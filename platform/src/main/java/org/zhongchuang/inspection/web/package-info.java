@NullMarked
package org.zhongchuang.inspection.web;

import org.jspecify.annotations.NullMarked;
