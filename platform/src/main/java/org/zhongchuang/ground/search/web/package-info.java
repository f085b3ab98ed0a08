@NullMarked
package org.zhongchuang.ground.search.web;

import org.jspecify.annotations.NullMarked;
