@NullMarked
package org.zhongchuang.government.scrutiny.web;

import org.jspecify.annotations.NullMarked;
