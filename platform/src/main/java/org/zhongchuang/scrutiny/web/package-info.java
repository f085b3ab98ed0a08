@NullMarked
package org.zhongchuang.scrutiny.web;

import org.jspecify.annotations.NullMarked;
