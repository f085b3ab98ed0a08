/** Who may sign in how often. */
@NullMarked
package org.zhongchuang.access;

import org.jspecify.annotations.NullMarked;
