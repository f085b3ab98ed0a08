/** The documents that the city's policy is made of, and what they say of a case. */
@NullMarked
package org.zhongchuang.law;

import org.jspecify.annotations.NullMarked;
