@NullMarked
package org.zhongchuang.procedure.desk.web;

import org.jspecify.annotations.NullMarked;
