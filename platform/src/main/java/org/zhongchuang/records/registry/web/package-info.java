/** The officers' desk of the registers. */
@NullMarked
package org.zhongchuang.records.registry.web;

import org.jspecify.annotations.NullMarked;
