@NullMarked
package org.zhongchuang.procedure.filing.web;

import org.jspecify.annotations.NullMarked;
