@NullMarked
package org.zhongchuang.grants.panel.web;

import org.jspecify.annotations.NullMarked;
