@NullMarked
package org.zhongchuang.casework.web;

import org.jspecify.annotations.NullMarked;
