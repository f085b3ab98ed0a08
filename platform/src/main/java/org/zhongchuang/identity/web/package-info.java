@NullMarked
package org.zhongchuang.identity.web;

import org.jspecify.annotations.NullMarked;
