/** The operator's desk of records, imports, figures and closed periods. */
@NullMarked
package org.zhongchuang.evidence.web;

import org.jspecify.annotations.NullMarked;
