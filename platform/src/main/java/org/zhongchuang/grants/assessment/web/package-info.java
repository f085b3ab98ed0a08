/** Pages of the assessment: for officers, experts, the assessed and the public. */
@NullMarked
package org.zhongchuang.grants.assessment.web;

import org.jspecify.annotations.NullMarked;
