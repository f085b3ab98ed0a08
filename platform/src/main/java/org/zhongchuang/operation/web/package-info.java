@NullMarked
package org.zhongchuang.operation.web;

import org.jspecify.annotations.NullMarked;
