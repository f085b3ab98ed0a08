/** The operator's desk of records, imports, figures and closed periods. */
@NullMarked
package org.zhongchuang.records.evidence.web;

import org.jspecify.annotations.NullMarked;
