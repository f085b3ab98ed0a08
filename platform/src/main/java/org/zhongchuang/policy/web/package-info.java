@NullMarked
package org.zhongchuang.policy.web;

import org.jspecify.annotations.NullMarked;
