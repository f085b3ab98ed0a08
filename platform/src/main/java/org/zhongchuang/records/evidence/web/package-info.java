/** The operator's desk of records, and of the tables that were sent. */
@NullMarked
package org.zhongchuang.records.evidence.web;

import org.jspecify.annotations.NullMarked;
