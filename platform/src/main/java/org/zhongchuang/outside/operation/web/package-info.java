@NullMarked
package org.zhongchuang.outside.operation.web;

import org.jspecify.annotations.NullMarked;
