@NullMarked
package org.zhongchuang.procedure.worklist.web;

import org.jspecify.annotations.NullMarked;
