@NullMarked
package org.zhongchuang.records.directory.web;

import org.jspecify.annotations.NullMarked;
