/** Pages of the registers: the public directory, and the officers' desk behind it. */
@NullMarked
package org.zhongchuang.records.registry.web;

import org.jspecify.annotations.NullMarked;
