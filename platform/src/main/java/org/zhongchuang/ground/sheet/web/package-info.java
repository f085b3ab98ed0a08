@NullMarked
package org.zhongchuang.ground.sheet.web;

import org.jspecify.annotations.NullMarked;
