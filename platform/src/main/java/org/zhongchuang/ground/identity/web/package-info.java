@NullMarked
package org.zhongchuang.ground.identity.web;

import org.jspecify.annotations.NullMarked;
