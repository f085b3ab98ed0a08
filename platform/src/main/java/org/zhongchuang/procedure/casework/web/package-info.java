@NullMarked
package org.zhongchuang.procedure.casework.web;

import org.jspecify.annotations.NullMarked;
