/** The pages on which officers keep the registers. */
@NullMarked
package org.zhongchuang.records.keeping.web;

import org.jspecify.annotations.NullMarked;
