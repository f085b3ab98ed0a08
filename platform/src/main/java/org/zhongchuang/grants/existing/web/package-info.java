@NullMarked
package org.zhongchuang.grants.existing.web;

import org.jspecify.annotations.NullMarked;
