@NullMarked
package org.zhongchuang.government.inspection.web;

import org.jspecify.annotations.NullMarked;
