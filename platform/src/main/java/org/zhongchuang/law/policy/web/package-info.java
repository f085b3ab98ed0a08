@NullMarked
package org.zhongchuang.law.policy.web;

import org.jspecify.annotations.NullMarked;
